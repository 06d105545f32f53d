// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.triage.LowerPriority;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.Priority;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Why a report has its priority, by when it must be looked at, and what people may do about it.
@Controller
class PriorityPanel {

    private final Worklists worklists;

    PriorityPanel(Worklists worklists) {
        this.worklists = worklists;
    }

    @GetMapping("/reports/{report}/panels/priority")
    @Requires(Permission.REPORT_READ)
    String priority(
            Actor actor,
            Model model,
            @PathVariable long report,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute("number", number.toString());
        model.addAttribute("mayDecide", actor.may(Permission.PRIORITY_DECIDE));
        worklists.find(actor, number).ifPresent(standing -> {
            model.addAttribute("standing", standing);
            model.addAttribute("reasons", Reason.of(standing.reasons()));
            model.addAttribute("setAside", Reason.of(standing.setAside()));
            model.addAttribute("lowerings", worklists.lowerings(actor, number));
            model.addAttribute("stricter", stricter(standing.priority()));
        });
        return PanelView.of("priority", htmx, model);
    }

    @GetMapping("/reports/{report}/panels/clocks")
    @Requires(Permission.REPORT_READ)
    String clocks(
            Actor actor,
            Model model,
            @PathVariable long report,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute("number", number.toString());
        worklists.find(actor, number).ifPresent(standing -> model.addAttribute("standing", standing));
        return PanelView.of("clocks", htmx, model);
    }

    @PostMapping("/worklist/{report}/confirm")
    @Requires(Permission.PRIORITY_DECIDE)
    String confirm(Actor actor, @PathVariable long report) {
        ReportNumber number = WorklistPages.number(report);
        worklists.confirm(actor, number);
        return "redirect:/reports/" + number;
    }

    @PostMapping("/worklist/{report}/raise")
    @Requires(Permission.PRIORITY_DECIDE)
    String raise(Actor actor, @PathVariable long report, @RequestParam Priority to) {
        ReportNumber number = WorklistPages.number(report);
        worklists.raise(actor, number, to);
        return "redirect:/reports/" + number;
    }

    @GetMapping("/worklist/{report}/lower")
    @Requires(Permission.PRIORITY_DECIDE)
    String lowerForm(Actor actor, Model model, @PathVariable long report) {
        ReportStanding standing = worklists
                .find(actor, WorklistPages.number(report))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        model.addAttribute("number", standing.report().toString());
        model.addAttribute("standing", standing);
        model.addAttribute("reasons", Reason.of(standing.reasons()));
        model.addAttribute("levels", milder(standing.priority()));
        model.addAttribute("loweringReasons", LoweringReason.values());
        return "triage/lower";
    }

    @PostMapping("/worklist/{report}/lower")
    @Requires(Permission.PRIORITY_DECIDE)
    String lower(
            Actor actor,
            @PathVariable long report,
            @RequestParam Priority to,
            @RequestParam LoweringReason reason,
            @RequestParam(required = false) @Nullable Set<String> seen) {
        ReportNumber number = WorklistPages.number(report);
        return switch (worklists.lower(actor, new LowerPriority(number, to, reason, codes(seen)))) {
            case org.harborline.triage.LoweringAnswer.Lowered _ -> "redirect:/reports/" + number;
            case org.harborline.triage.LoweringAnswer.NeedsSecondPerson _ -> "redirect:/worklist/lowerings";
        };
    }

    private static Set<Code> codes(@Nullable Set<String> seen) {
        try {
            return seen == null ? Set.of() : seen.stream().map(Code::of).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    private static List<Priority> stricter(Priority than) {
        return Arrays.stream(Priority.values())
                .filter(level -> level.stricterThan(than))
                .toList();
    }

    private static List<Priority> milder(Priority than) {
        return Arrays.stream(Priority.values()).filter(than::stricterThan).toList();
    }
}
