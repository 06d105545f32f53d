// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.referral.ByHand;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.Referrals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Choosing who receives a report, with the reasons beside each agency.
@Controller
class ReferPages {

    private final Referrals referrals;

    ReferPages(Referrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/reports/{number}/refer")
    @Requires(Permission.REFER)
    String choose(Actor actor, @PathVariable ReportNumber number, Model model) {
        model.addAttribute("report", number);
        model.addAttribute("decision", referrals.propose(actor, number));
        model.addAttribute("check", referrals.addressCheck(actor, number).orElse(null));
        model.addAttribute("me", actor.id());
        model.addAttribute("receivers", referrals.receivers(actor));
        model.addAttribute("handReasons", ByHand.Why.values());
        return "referral/refer";
    }

    @PostMapping("/reports/{number}/refer")
    @Requires(Permission.REFER)
    String open(Actor actor, @PathVariable ReportNumber number, @ModelAttribute RecipientForm form) {
        return switch (referrals.open(actor, new OpenReferral(number, form.recipients(), form.byHand()))) {
            case Opening.Opened _ -> "redirect:/reports/" + number;
            case Opening.NeedsSecondPerson _ -> "redirect:/reports/" + number + "/refer";
        };
    }

    @PostMapping("/reports/{number}/supplement")
    @Requires(Permission.REFER)
    String sendNews(Actor actor, @PathVariable ReportNumber number) {
        referrals.sendNews(actor, number);
        return "redirect:/reports/" + number;
    }

    @PostMapping("/reports/{number}/refer/address-check")
    @Requires(Permission.REFER)
    String check(Actor actor, @PathVariable ReportNumber number) {
        referrals.checkAddress(actor, number);
        return "redirect:/reports/" + number + "/refer";
    }
}
