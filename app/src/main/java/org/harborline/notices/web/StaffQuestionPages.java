// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Questions to senders, for staff: all of them, and their own.
@Controller
class StaffQuestionPages {

    private final Questions questions;
    private final QuestionView view;

    StaffQuestionPages(Questions questions, QuestionView view) {
        this.questions = questions;
        this.view = view;
    }

    @GetMapping("/questions")
    @Requires(Permission.REPORT_READ)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean settled,
            QuestionView.Wanted wanted,
            Model model) {
        return view.list(actor, QuestionView.STAFF, settled, wanted, model);
    }

    @GetMapping("/questions/about/{report}")
    @Requires(Permission.REPORT_READ)
    String about(Actor actor, @PathVariable ReportNumber report, Model model) {
        return view.about(actor, QuestionView.STAFF, report, model);
    }

    @GetMapping("/questions/{id}")
    @Requires(Permission.REPORT_READ)
    String one(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean hidden, Model model) {
        return view.one(actor, QuestionView.STAFF, id, hidden, model);
    }

    @PostMapping("/questions/about/{report}")
    @Requires(Permission.REFER)
    String ask(Actor actor, @PathVariable ReportNumber report, @ModelAttribute AskForm form) {
        return "redirect:/questions/" + questions.ask(actor, report, form.ask());
    }

    @PostMapping("/questions/{id}/withdrawal")
    @Requires(Permission.REFER)
    String withdraw(Actor actor, @PathVariable UUID id) {
        questions.withdraw(actor, id);
        return "redirect:/questions/" + id;
    }
}
