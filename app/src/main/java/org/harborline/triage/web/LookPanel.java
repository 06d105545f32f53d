// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.triage.FirstLook;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The first look and the possible-child check.
@Controller
class LookPanel {

    private static final List<String> ANSWERS = List.of("yes", "no", "unknown");

    private final Worklists worklists;

    LookPanel(Worklists worklists) {
        this.worklists = worklists;
    }

    @GetMapping("/reports/{report}/panels/first-look")
    @Requires(Permission.REPORT_READ)
    String firstLook(
            Actor actor,
            Model model,
            @PathVariable long report,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute("number", number.toString());
        model.addAttribute("mayDecide", actor.may(Permission.PRIORITY_DECIDE));
        model.addAttribute("answers", ANSWERS);
        if (worklists.find(actor, number).isPresent()) {
            model.addAttribute("groups", questions(worklists.firstLook(actor, number)));
        }
        return PanelView.of("first-look", htmx, model);
    }

    private static Map<FirstLookFact.Group, List<Question>> questions(FirstLook look) {
        var groups = new LinkedHashMap<FirstLookFact.Group, List<Question>>();
        for (FirstLookFact.Group group : FirstLookFact.Group.values()) {
            groups.put(
                    group,
                    Arrays.stream(FirstLookFact.values())
                            .filter(fact -> fact.group() == group)
                            .map(fact -> new Question(fact.code().value(), answer(look, fact)))
                            .toList());
        }
        return groups;
    }

    private static String answer(FirstLook look, FirstLookFact fact) {
        if (look.yes().contains(fact.code())) {
            return "yes";
        }
        return look.no().contains(fact.code()) ? "no" : "unknown";
    }

    @PostMapping("/worklist/{report}/first-look")
    @Requires(Permission.PRIORITY_DECIDE)
    String recordFirstLook(Actor actor, @PathVariable long report, @RequestParam Map<String, String> form) {
        ReportNumber number = WorklistPages.number(report);
        worklists.recordFirstLook(actor, new RecordFirstLook(number, ticked(form, "yes"), ticked(form, "no")));
        return "redirect:/reports/" + number;
    }

    private static EnumSet<FirstLookFact> ticked(Map<String, String> form, String answer) {
        var facts = EnumSet.noneOf(FirstLookFact.class);
        for (FirstLookFact fact : FirstLookFact.values()) {
            if (answer.equals(form.get(fact.code().value()))) {
                facts.add(fact);
            }
        }
        return facts;
    }

    @GetMapping("/reports/{report}/panels/safeguarding")
    @Requires(Permission.REPORT_READ)
    String safeguarding(
            Actor actor,
            Model model,
            @PathVariable long report,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute("number", number.toString());
        model.addAttribute("mayDecide", actor.may(Permission.PRIORITY_DECIDE));
        model.addAttribute("outcomes", SafeguardingOutcome.values());
        worklists.find(actor, number).ifPresent(standing -> model.addAttribute("standing", standing));
        return PanelView.of("safeguarding", htmx, model);
    }

    @PostMapping("/worklist/{report}/safeguarding")
    @Requires(Permission.PRIORITY_DECIDE)
    String checkSafeguarding(Actor actor, @PathVariable long report, @RequestParam SafeguardingOutcome outcome) {
        ReportNumber number = WorklistPages.number(report);
        worklists.checkSafeguarding(actor, number, outcome);
        return "redirect:/reports/" + number;
    }

    /// A coded question with the answer it has now.
    record Question(String code, String answer) {}
}
