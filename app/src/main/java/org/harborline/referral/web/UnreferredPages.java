// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.referral.UnreferredReports;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was designated for referral and is with nobody, with the clock of each.
@Controller
class UnreferredPages {

    private static final int PAGE = 50;

    private final UnreferredReports reports;
    private final Worklists worklists;

    UnreferredPages(UnreferredReports reports, Worklists worklists) {
        this.reports = reports;
        this.worklists = worklists;
    }

    @GetMapping("/referrals/unreferred")
    @Requires(Permission.REFER)
    String list(Actor actor, @RequestParam(required = false) @Nullable Long after, Model model) {
        var found = reports.list(actor, after == null ? null : new ReportNumber(after), PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var standings = worklists.standings(actor, shown);
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(report -> new Row(report, standings.get(report)))
                        .toList());
        model.addAttribute("first", after == null ? null : "/referrals/unreferred");
        model.addAttribute("next", found.size() > PAGE ? "/referrals/unreferred?after=" + shown.getLast() : null);
        return "referral/unreferred";
    }

    /// One report.
    ///
    /// @param standing absent until triage knows the report, which nothing may hide
    record Row(ReportNumber report, @Nullable ReportStanding standing) {}
}
