// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Optional;
import org.harborline.intake.Filings;
import org.harborline.intake.OwnReports;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A company's own reports: the list, and each one's receipt, which can be read again for ever.
@Controller
class OwnReportPages {

    private static final String HOME = "/provider/reports";
    private static final int PAGE = 50;

    private final OwnReports reports;
    private final Filings filings;

    OwnReportPages(OwnReports reports, Filings filings) {
        this.reports = reports;
        this.filings = filings;
    }

    @GetMapping(HOME)
    @Requires(Permission.COMPANY_READ)
    String list(Actor actor, @RequestParam(required = false) @Nullable Long before, Model model) {
        var page = reports.list(actor, Optional.ofNullable(before).map(ReportNumber::new), PAGE);
        model.addAttribute("reports", page);
        model.addAttribute("mayFile", actor.may(Permission.REPORT_FILE));
        model.addAttribute("first", before == null ? null : HOME);
        model.addAttribute(
                "following",
                page.size() < PAGE ? null : HOME + "?before=" + page.getLast().number());
        return "intake/own-reports";
    }

    @GetMapping(HOME + "/{number}")
    @Requires(Permission.COMPANY_READ)
    String receipt(Actor actor, @PathVariable ReportNumber number, Model model) {
        model.addAttribute(
                "report",
                reports.find(actor, number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND)));
        reports.completeness(actor, number).ifPresent(scored -> {
            model.addAttribute("completeness", scored);
            model.addAttribute("valuable", CompletenessAnswer.mostValuable(scored));
        });
        model.addAttribute("legalEffect", filings.legalEffect());
        return "intake/own-report";
    }
}
