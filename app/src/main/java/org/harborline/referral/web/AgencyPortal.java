// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Endings;
import org.harborline.referral.Feedback;
import org.harborline.referral.Referrals;
import org.harborline.referral.ReturnReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The agency's own pages: what came, one package, and the answers to it.
@Controller
class AgencyPortal {

    private static final int PAGE = 50;

    private final Referrals referrals;
    private final Endings endings;
    private final Packages packages;

    AgencyPortal(Referrals referrals, Endings endings, Packages packages) {
        this.endings = endings;
        this.referrals = referrals;
        this.packages = packages;
    }

    @GetMapping("/agency")
    @Requires(Permission.PACKAGE_READ)
    String inbox(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = referrals.inbox(actor, after == null ? null : new DeliveryId(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("ending", endings.count(actor));
        model.addAttribute("urgent", referrals.urgent(actor));
        model.addAttribute("first", after == null ? null : "/agency");
        model.addAttribute("next", page.next() == null ? null : "/agency?after=" + page.next());
        return "referral/inbox";
    }

    @GetMapping("/agency/packages/{id}")
    @Requires(Permission.PACKAGE_READ)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        return packages.page(actor, new DeliveryId(id), "/agency/packages", "", model);
    }

    @GetMapping("/agency/packages/{id}/file")
    @Requires(Permission.PACKAGE_READ)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id) {
        return packages.file(actor, new DeliveryId(id));
    }

    @PostMapping("/agency/packages/{id}/acknowledgement")
    @Requires(Permission.PACKAGE_ANSWER)
    String acknowledge(Actor actor, @PathVariable UUID id) {
        referrals.acknowledge(actor, new DeliveryId(id));
        return "redirect:/agency/packages/" + id;
    }

    @PostMapping("/agency/packages/{id}/return")
    @Requires(Permission.PACKAGE_ANSWER)
    String giveBack(Actor actor, @PathVariable UUID id, @RequestParam ReturnReason reason) {
        referrals.giveBack(actor, new DeliveryId(id), reason);
        return "redirect:/agency";
    }

    @PostMapping("/agency/packages/{id}/feedback")
    @Requires(Permission.PACKAGE_ANSWER)
    String feedback(Actor actor, @PathVariable UUID id, @ModelAttribute FeedbackForm form) {
        referrals.giveFeedback(actor, new DeliveryId(id), form.feedback());
        return "redirect:/agency/packages/" + id;
    }

    /// What the form sends. Answers that do not belong to the chosen status are left out: without script all of them
    /// can
    /// be filled in.
    record FeedbackForm(
            Feedback.@Nullable Status status,
            @Nullable Boolean childIdentified,
            @Nullable Integer additionalVictims,
            Feedback.@Nullable ClosedReason closedReason,
            @Nullable Boolean selfProduction,
            @Nullable Boolean useful,
            Feedback.@Nullable NotUseful notUseful) {

        Feedback feedback() {
            if (status == null) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
            boolean closed = status == Feedback.Status.CLOSED;
            boolean arrest = status == Feedback.Status.ARREST;
            try {
                return new Feedback(
                        status,
                        (closed || arrest) ? childIdentified : null,
                        arrest ? additionalVictims : null,
                        closed ? closedReason : null,
                        closed ? selfProduction : null,
                        useful,
                        Boolean.FALSE.equals(useful) ? notUseful : null);
            } catch (IllegalArgumentException _) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
        }
    }
}
