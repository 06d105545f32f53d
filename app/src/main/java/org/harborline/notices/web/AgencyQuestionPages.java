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

/// Questions that an agency asks of senders.
@Controller
class AgencyQuestionPages {

    private final Questions questions;
    private final QuestionView view;

    AgencyQuestionPages(Questions questions, QuestionView view) {
        this.questions = questions;
        this.view = view;
    }

    @GetMapping("/agency/questions")
    @Requires(Permission.PACKAGE_READ)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean settled,
            QuestionView.Wanted wanted,
            Model model) {
        return view.list(actor, QuestionView.AGENCY, settled, wanted, model);
    }

    @GetMapping("/agency/questions/about/{report}")
    @Requires(Permission.PACKAGE_READ)
    String about(Actor actor, @PathVariable ReportNumber report, Model model) {
        return view.about(actor, QuestionView.AGENCY, report, model);
    }

    @GetMapping("/agency/questions/{id}")
    @Requires(Permission.PACKAGE_READ)
    String one(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean hidden, Model model) {
        return view.one(actor, QuestionView.AGENCY, id, hidden, model);
    }

    @PostMapping("/agency/questions/about/{report}")
    @Requires(Permission.PACKAGE_ANSWER)
    String ask(Actor actor, @PathVariable ReportNumber report, @ModelAttribute AskForm form) {
        return "redirect:/agency/questions/" + questions.ask(actor, report, form.ask());
    }

    @PostMapping("/agency/questions/{id}/withdrawal")
    @Requires(Permission.PACKAGE_ANSWER)
    String withdraw(Actor actor, @PathVariable UUID id) {
        questions.withdraw(actor, id);
        return "redirect:/agency/questions/" + id;
    }
}
