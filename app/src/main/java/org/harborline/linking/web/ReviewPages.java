// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.UUID;
import org.harborline.linking.Judgement;
import org.harborline.linking.Reviews;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Links drawn at random, to be judged by two people, and how often each rule was right.
@Controller
class ReviewPages {

    private static final int LISTED = 20;

    private final Reviews reviews;

    ReviewPages(Reviews reviews) {
        this.reviews = reviews;
    }

    @Requires(Permission.LINK_CUT)
    @GetMapping("/links/reviews")
    String list(Actor actor, Model model) {
        model.addAttribute("reviews", reviews.waiting(actor, LISTED));
        model.addAttribute("judgements", Judgement.values());
        model.addAttribute("precision", reviews.precision(actor));
        return "linking/reviews";
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/links/reviews/{review}")
    String judge(Actor actor, @PathVariable UUID review, @RequestParam Judgement judgement) {
        reviews.judge(actor, review, judgement);
        return "redirect:/links/reviews";
    }
}
