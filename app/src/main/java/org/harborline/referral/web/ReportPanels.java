// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.referral.Delivery;
import org.harborline.referral.NightCalls;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Referrals;
import org.harborline.triage.Designation;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.Worklists;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The parts of the report page that are about where it goes: routing, and what became of it.
@Controller
class ReportPanels {

    private final Referrals referrals;
    private final NightCalls calls;
    private final AgencyNames names;
    private final Worklists worklists;
    private final Vault vault;
    private final Reports reports;

    ReportPanels(
            Referrals referrals,
            NightCalls calls,
            AgencyNames names,
            Worklists worklists,
            Vault vault,
            @Lazy Reports reports) {
        this.referrals = referrals;
        this.calls = calls;
        this.names = names;
        this.worklists = worklists;
        this.vault = vault;
        this.reports = reports;
    }

    @GetMapping("/reports/{number}/panels/routing")
    @Requires(Permission.REPORT_READ)
    String routing(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        model.addAttribute("report", number);
        model.addAttribute("decision", referrals.preview(actor, number));
        model.addAttribute("mayRefer", actor.may(Permission.REFER));
        return "referral/routing-panel" + (fragment == null ? "" : " :: panel");
    }

    @GetMapping("/reports/{number}/panels/referrals")
    @Requires(Permission.REPORT_READ)
    String referrals(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        List<Delivery> deliveries = referrals.ofReport(actor, number);
        model.addAttribute("report", number);
        model.addAttribute("deliveries", deliveries);
        model.addAttribute("names", names.of(deliveries));
        model.addAttribute("calls", calls.ofReport(actor, number));
        model.addAttribute("mayTell", actor.may(Permission.PAGE_ACKNOWLEDGE));
        var having = referrals.having(actor, number);
        model.addAttribute("referralDue", having.isEmpty() ? referralDue(actor, number) : null);
        model.addAttribute(
                "maySend",
                actor.may(Permission.REFER)
                        && deliveries.stream()
                                .anyMatch(one -> one.kind() != PackageKind.CORRECTION
                                        && one.state().isWithAgency()
                                        && having.contains(one.agency())));
        model.addAttribute(
                "heldSince", vault.heldSince(actor, number.asRecord()).orElse(null));
        model.addAttribute("mayHold", actor.may(Permission.HOLD_PLACE));
        return "referral/referrals-panel" + (fragment == null ? "" : " :: panel");
    }

    /// The clock stands still where nobody is to get the report.
    private @Nullable Instant referralDue(Actor actor, ReportNumber report) {
        return worklists
                .find(actor, report)
                .filter(standing -> standing.designation() != Designation.INFORMATIONAL)
                .map(ReportStanding::referralDueAt)
                .orElse(null);
    }

    @PostMapping("/reports/{number}/hold")
    @Requires(Permission.HOLD_PLACE)
    String hold(Actor actor, @PathVariable ReportNumber number, @RequestParam HoldReason reason) {
        if (reports.find(actor, number).isEmpty()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        vault.hold(actor, number.asRecord(), reason.code());
        return "redirect:/reports/" + number;
    }

    @PostMapping("/reports/{number}/hold/release")
    @Requires(Permission.HOLD_PLACE)
    String release(Actor actor, @PathVariable ReportNumber number, @RequestParam HoldReason reason) {
        vault.release(actor, number.asRecord(), reason.code());
        return "redirect:/reports/" + number;
    }

    /// Why a report is held or let go.
    enum HoldReason {
        AGENCY_ASKED,
        COURT_ORDER,
        CASE_ENDED;

        Code code() {
            return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
