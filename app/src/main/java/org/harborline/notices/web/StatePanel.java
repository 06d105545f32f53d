// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.util.Comparator;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.panels.ReportPanel;
import org.harborline.notices.OutwardStanding;
import org.harborline.notices.OutwardStates;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Shows on the page of a report what its sender is told of it.
@Controller
class StatePanel {

    private final OutwardStates states;

    StatePanel(OutwardStates states) {
        this.states = states;
    }

    @GetMapping("/reports/{number}/panels/sender")
    @Requires(Permission.REPORT_READ)
    String sender(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        model.addAttribute("report", number);
        OutwardStanding standing = states.of(actor, List.of(number)).get(number);
        model.addAttribute(
                "steps",
                standing == null
                        ? List.of()
                        : standing.steps().stream()
                                .sorted(Comparator.comparing(OutwardStanding.Step::at)
                                        .reversed())
                                .toList());
        return "notices/sender-panel" + (fragment == null ? "" : " :: panel");
    }

    @Configuration(proxyBeanMethods = false)
    static class Panels {
        @Bean
        ReportPanel senderPanel() {
            return new ReportPanel(
                    "sender", "notices.sender.title", 70, ReportPanel.Column.SIDE, Permission.REPORT_READ);
        }
    }
}
