// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.Referrals;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
        return "referral/refer";
    }

    @PostMapping("/reports/{number}/refer")
    @Requires(Permission.REFER)
    String open(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam(name = "recipient", required = false) @Nullable List<UUID> recipients) {
        return switch (referrals.open(actor, new OpenReferral(number, agencies(recipients)))) {
            case Opening.Opened _ -> "redirect:/reports/" + number;
            case Opening.NeedsSecondPerson _ -> "redirect:/reports/" + number + "/refer";
        };
    }

    @PostMapping("/reports/{number}/refer/address-check")
    @Requires(Permission.REFER)
    String check(Actor actor, @PathVariable ReportNumber number) {
        referrals.checkAddress(actor, number);
        return "redirect:/reports/" + number + "/refer";
    }

    static List<AgencyId> agencies(@Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > OpenReferral.MOST) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return ids.stream().distinct().map(AgencyId::new).toList();
    }
}
