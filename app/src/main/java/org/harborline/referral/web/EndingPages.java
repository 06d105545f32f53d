// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.Preservations;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Endings;
import org.harborline.referral.Endings.Ending;
import org.harborline.referral.Referrals;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What senders soon keep no longer of that which agencies have, and asking them to keep it.
@Controller
class EndingPages {

    private static final int PAGE = 100;

    private final Endings endings;
    private final Referrals referrals;
    private final AgencyNames names;

    EndingPages(Endings endings, Referrals referrals, AgencyNames names) {
        this.endings = endings;
        this.referrals = referrals;
        this.names = names;
    }

    /// Where a page goes on.
    ///
    /// @param until of the last one already shown
    record After(
            @Nullable Instant until,
            @Nullable Long report,
            @Nullable UUID agency) {

        @Nullable
        Ending ending() {
            Instant moment = until;
            Long number = report;
            UUID whose = agency;
            return moment == null || number == null || whose == null
                    ? null
                    : new Ending(new AgencyId(whose), new ReportNumber(number), new DeliveryId(new UUID(0, 0)), moment);
        }
    }

    @GetMapping("/agency/preservation")
    @Requires(Permission.PACKAGE_READ)
    String own(Actor actor, After after, Model model) {
        fill(actor, after, "/agency/preservation", model);
        return "referral/agency-ending";
    }

    @GetMapping("/referrals/preservation")
    @Requires(Permission.REFER)
    String all(Actor actor, After after, Model model) {
        List<Ending> page = fill(actor, after, "/referrals/preservation", model);
        model.addAttribute(
                "names", names.named(page.stream().map(Ending::agency).toList()));
        return "referral/ending";
    }

    private List<Ending> fill(Actor actor, After after, String path, Model model) {
        Ending shown = after.ending();
        List<Ending> page = endings.list(actor, shown, PAGE);
        model.addAttribute("ending", page);
        model.addAttribute("days", Preservations.WARNED.getFirst());
        model.addAttribute("first", shown == null ? null : path);
        model.addAttribute("following", page.size() < PAGE ? null : path + next(page.getLast()));
        return page;
    }

    private static String next(Ending last) {
        return "?until=" + last.until() + "&report=" + last.report() + "&agency=" + last.agency();
    }

    @GetMapping("/agency/packages/{id}/preservation")
    @Requires(Permission.PACKAGE_READ)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        var delivery = new DeliveryId(id);
        model.addAttribute("d", referrals.get(actor, delivery));
        model.addAttribute("keptUntil", endings.keptUntil(actor, delivery).orElse(null));
        model.addAttribute("renewals", endings.renewals(actor, delivery));
        model.addAttribute("mayRenew", actor.may(Permission.PACKAGE_ANSWER));
        return "referral/preservation";
    }

    @PostMapping("/agency/packages/{id}/preservation")
    @Requires(Permission.PACKAGE_ANSWER)
    String renew(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String until,
            @RequestParam String reference,
            @RequestParam(defaultValue = "false") boolean shown) {
        endings.renew(actor, new DeliveryId(id), new Preservations.Renew(day(until), reference, shown));
        return "redirect:/agency/packages/" + id + "/preservation";
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }
}
