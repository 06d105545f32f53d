// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.access.Accounts;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.triage.Lowering;
import org.harborline.triage.Worklists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where two people meet: a page to acknowledge, a lowering to answer.
@Controller
class AlarmPages {

    private final Worklists worklists;

    private final Accounts accounts;

    AlarmPages(Worklists worklists, Accounts accounts) {
        this.worklists = worklists;
        this.accounts = accounts;
    }

    @GetMapping("/worklist/{report}/acknowledge")
    @Requires(Permission.PAGE_ACKNOWLEDGE)
    String alarm(Actor actor, Model model, @PathVariable long report) {
        ReportNumber number = WorklistPages.number(report);
        model.addAttribute("number", number.toString());
        worklists.alarm(actor, number).ifPresent(alarm -> model.addAttribute("alarm", alarm));
        return "triage/acknowledge";
    }

    @PostMapping("/worklist/{report}/acknowledge")
    @Requires(Permission.PAGE_ACKNOWLEDGE)
    String acknowledge(Actor actor, @PathVariable long report) {
        ReportNumber number = WorklistPages.number(report);
        worklists.acknowledge(actor, number);
        return "redirect:/reports/" + number;
    }

    @GetMapping("/worklist/lowerings")
    @Requires(Permission.WORKLIST_USE)
    String lowerings(Actor actor, Model model) {
        List<Lowering> lowerings = worklists.waitingLowerings(actor);
        model.addAttribute("lowerings", lowerings);
        model.addAttribute(
                "seen",
                lowerings.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Lowering::id, lowering -> Reason.of(lowering.inSpiteOf()))));
        model.addAttribute(
                "names",
                accounts.names(actor, lowerings.stream().map(Lowering::askedBy).toList()));
        model.addAttribute("self", actor.id());
        model.addAttribute("mayAnswer", actor.may(Permission.PRIORITY_LOWER_CONFIRM));
        return "triage/lowerings";
    }

    @PostMapping("/worklist/lowerings/{lowering}")
    @Requires(Permission.PRIORITY_LOWER_CONFIRM)
    String answer(Actor actor, @PathVariable UUID lowering, @RequestParam boolean agreed) {
        worklists.answerLowering(actor, lowering, agreed);
        return "redirect:/worklist/lowerings";
    }
}
