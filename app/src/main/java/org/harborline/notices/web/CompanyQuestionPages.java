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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a company is asked about its reports, and its answers.
@Controller
class CompanyQuestionPages {

    private final Questions questions;
    private final QuestionView view;

    CompanyQuestionPages(Questions questions, QuestionView view) {
        this.questions = questions;
        this.view = view;
    }

    @GetMapping("/provider/questions")
    @Requires(Permission.COMPANY_READ)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean settled,
            QuestionView.Wanted wanted,
            Model model) {
        return view.list(actor, QuestionView.PROVIDER, settled, wanted, model);
    }

    @GetMapping("/provider/questions/about/{report}")
    @Requires(Permission.COMPANY_READ)
    String about(Actor actor, @PathVariable ReportNumber report, Model model) {
        return view.about(actor, QuestionView.PROVIDER, report, model);
    }

    @GetMapping("/provider/questions/{id}")
    @Requires(Permission.COMPANY_READ)
    String one(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean hidden, Model model) {
        return view.one(actor, QuestionView.PROVIDER, id, hidden, model);
    }

    @PostMapping("/provider/questions/{id}/answer")
    @Requires(Permission.REPORT_FILE)
    String answer(Actor actor, @PathVariable UUID id, @RequestParam String answer) {
        questions.answer(actor, id, answer);
        return "redirect:/provider/questions/" + id;
    }
}
