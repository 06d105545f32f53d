// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.OwnReports;
import org.harborline.intake.Preservations;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Scheme;
import org.harborline.intake.Schemes;
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
    private final Preservations preservations;
    private final Schemes schemes;

    OwnReportPages(OwnReports reports, Preservations preservations, Schemes schemes) {
        this.reports = reports;
        this.preservations = preservations;
        this.schemes = schemes;
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
        Report report = reports.find(actor, number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        Scheme scheme = schemes.current(actor);
        Instant finished = report.finishedAt();
        model.addAttribute("report", report);
        model.addAttribute(
                "renewals", report.preservedUntil() == null ? List.of() : preservations.renewals(actor, number));
        reports.completeness(actor, number).ifPresent(scored -> {
            model.addAttribute("completeness", scored);
            model.addAttribute("valuable", CompletenessAnswer.mostValuable(scored));
        });
        model.addAttribute("referenceUntil", finished == null ? null : scheme.referenceFrom(finished));
        model.addAttribute("legalEffect", scheme.legalEffect());
        return "intake/own-report";
    }
}
