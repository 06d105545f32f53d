// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Designating a report, with the history of it.
@Controller
class DesignationPages {

    private final Worklists worklists;

    DesignationPages(Worklists worklists) {
        this.worklists = worklists;
    }

    @GetMapping("/reports/{report}/panels/designation")
    @Requires(Permission.REPORT_READ)
    String panel(
            Actor actor,
            Model model,
            @PathVariable long report,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute("number", number.toString());
        model.addAttribute("steps", worklists.designations(actor, number));
        model.addAttribute("mayDesignate", actor.may(Permission.DESIGNATE));
        return PanelView.of("designation", htmx, model);
    }

    @GetMapping("/worklist/{report}/designate")
    @Requires(Permission.DESIGNATE)
    String form(Actor actor, Model model, @PathVariable long report) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute(
                "standing",
                worklists.find(actor, number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND)));
        model.addAttribute("number", number.toString());
        model.addAttribute("steps", worklists.designations(actor, number));
        model.addAttribute(
                "reasons",
                Arrays.stream(DesignationReason.values())
                        .collect(Collectors.groupingBy(
                                DesignationReason::designation,
                                java.util.TreeMap::new,
                                Collectors.toUnmodifiableList())));
        return "triage/designate";
    }

    @PostMapping("/worklist/{report}/designate")
    @Requires(Permission.DESIGNATE)
    String designate(Actor actor, @PathVariable long report, @RequestParam DesignationReason reason) {
        ReportNumber number = WorklistPages.number(report);
        worklists.designate(actor, number, reason);
        return "redirect:/reports/" + number;
    }
}
