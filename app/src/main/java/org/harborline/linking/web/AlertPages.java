// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Alert;
import org.harborline.linking.AlertRemark;
import org.harborline.linking.Alerts;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Identifiers that stand in two roles, for the few who look at them.
@Controller
class AlertPages {

    private static final int LISTED = 50;

    private final Alerts alerts;

    AlertPages(Alerts alerts) {
        this.alerts = alerts;
    }

    /// @param all also those that somebody has looked at
    /// @param after the last pair of the page before
    @Requires(Permission.CROSS_ROLE_READ)
    @GetMapping("/alerts")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        List<Alert> found = alerts.list(actor, !all, after == null ? null : Pairs.read(after), LISTED + 1);
        List<Alert> shown = found.stream().limit(LISTED).toList();
        String path = "/alerts" + (all ? "?all=true" : "");
        model.addAttribute("alerts", shown);
        model.addAttribute("all", all);
        model.addAttribute("remarks", AlertRemark.values());
        model.addAttribute("first", after == null ? null : path);
        model.addAttribute(
                "next",
                found.size() > LISTED
                        ? path + (all ? "&" : "?") + "after="
                                + Pairs.name(shown.getLast().pair())
                        : null);
        return "linking/alerts";
    }

    @Requires(Permission.CROSS_ROLE_READ)
    @PostMapping("/alerts/{newer}/{older}/look")
    String look(
            Actor actor,
            @PathVariable ReportNumber newer,
            @PathVariable ReportNumber older,
            @RequestParam AlertRemark remark,
            @RequestParam(defaultValue = "false") boolean all) {
        ReportPair pair = Pairs.of(newer, older);
        alerts.look(actor, pair, remark);
        return "redirect:/alerts" + (all ? "?all=true" : "");
    }
}
