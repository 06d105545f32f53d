// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import java.util.UUID;
import org.harborline.linking.GrowthAlarm;
import org.harborline.linking.GrowthAlarms;
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

/// Clusters that became large or grew fast, for whoever may cut links.
@Controller
class GrowthPages {

    private static final int LISTED = 50;

    private final GrowthAlarms alarms;

    GrowthPages(GrowthAlarms alarms) {
        this.alarms = alarms;
    }

    /// @param all also those at which somebody has looked
    /// @param after the last one of the page before
    @Requires(Permission.LINK_CUT)
    @GetMapping("/links/growth")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        List<GrowthAlarm> found = alarms.list(actor, !all, after, LISTED + 1);
        List<GrowthAlarm> shown = found.stream().limit(LISTED).toList();
        String path = "/links/growth" + (all ? "?all=true" : "");
        model.addAttribute("alarms", shown);
        model.addAttribute("all", all);
        model.addAttribute("first", after == null ? null : path);
        model.addAttribute(
                "next",
                found.size() > LISTED
                        ? path + (all ? "&" : "?") + "after=" + shown.getLast().id()
                        : null);
        return "linking/growth";
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/links/growth/{alarm}/look")
    String look(Actor actor, @PathVariable UUID alarm, @RequestParam(defaultValue = "false") boolean all) {
        alarms.look(actor, alarm);
        return "redirect:/links/growth" + (all ? "?all=true" : "");
    }
}
