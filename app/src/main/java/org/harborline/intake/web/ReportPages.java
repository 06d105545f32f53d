// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.harborline.access.FreshFactor;
import org.harborline.intake.Disclosures;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.panels.ReportPanel;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.harborline.vault.Erasure;
import org.harborline.vault.Erasures;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The report page: what is known of a report, empty frames for the parts that other modules answer
/// for, and free text
/// that stays hidden until somebody asks for it, section by section.
@Controller
class ReportPages {

    /// Why somebody may ask who reported.
    private static final List<Purpose> REPORTER_PURPOSES =
            List.of(Purpose.SAFEGUARDING, Purpose.REFERRAL, Purpose.TRIAGE, Purpose.QUALITY_REVIEW);

    private final Reports reports;
    private final Disclosures disclosures;
    private final Erasures erasures;
    private final ObjectProvider<ReportPanel> panels;
    private final Senders senders;

    ReportPages(
            Reports reports,
            Disclosures disclosures,
            Erasures erasures,
            ObjectProvider<ReportPanel> panels,
            Senders senders) {
        this.erasures = erasures;
        this.reports = reports;
        this.disclosures = disclosures;
        this.panels = panels;
        this.senders = senders;
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}")
    String report(Actor actor, @PathVariable ReportNumber number, Model model) {
        Report report = found(actor, number);
        Optional<Erasure> erasure = erasures.of(actor, number.asRecord());
        if (erasure.isPresent()) {
            return tombstone(actor, report, erasure.get(), model);
        }
        ReceivedReport received = report.state() == ReportState.FINISHED
                ? reports.open(purposeful(actor), List.of(number)).get(number)
                : null;
        model.addAttribute("report", report);
        model.addAttribute("sender", senders.standing(actor, report.provider()));
        model.addAttribute("related", reports.related(actor, number));
        Said.fill(received, model);
        model.addAttribute("mayReveal", actor.may(Permission.REPORT_REVEAL));
        model.addAttribute("mayRevealReporter", actor.may(Permission.REPORTER_REVEAL));
        model.addAttribute("purposes", REPORTER_PURPOSES);
        model.addAttribute("mainPanels", panels(actor, ReportPanel.Column.MAIN));
        model.addAttribute("sidePanels", panels(actor, ReportPanel.Column.SIDE));
        return "intake/report";
    }

    /// What remains of an erased report: that it was there, when and why it went, and who vouches for
    /// it.
    private static String tombstone(Actor actor, Report report, Erasure erasure, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("erasure", erasure);
        model.addAttribute("mayReadCertificate", actor.may(Permission.JOURNAL_READ));
        return "intake/erased";
    }

    private List<ReportPanel> panels(Actor actor, ReportPanel.Column column) {
        return panels.stream()
                .filter(panel -> panel.column() == column && actor.may(panel.permission()))
                .sorted(Comparator.comparingInt(ReportPanel::order))
                .toList();
    }

    /// Reveals one section; the fact says which and to whom.
    @Requires(Permission.REPORT_REVEAL)
    @PostMapping("/reports/{number}/reveal/{section}/{ordinal}")
    String reveal(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable String section,
            @PathVariable int ordinal,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        found(actor, number);
        model.addAttribute("number", number);
        model.addAttribute("section", section);
        model.addAttribute("ordinal", ordinal);
        model.addAttribute("text", disclosures.revealText(purposeful(actor), number, code(section), ordinal));
        return htmx == null ? "intake/revealed" : "intake/revealed :: section";
    }

    private static Code code(String section) {
        try {
            return Code.of(section);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    /// Opens the sheet that names who reported.
    @Requires(Permission.REPORTER_REVEAL)
    @FreshFactor(back = "/reports/{number}")
    @PostMapping("/reports/{number}/reporter")
    String reporter(Actor actor, @PathVariable ReportNumber number, @RequestParam Purpose purpose, Model model) {
        found(actor, number);
        if (!REPORTER_PURPOSES.contains(purpose)) {
            throw new ProblemException(PlatformProblem.PURPOSE_NEEDED);
        }
        model.addAttribute("number", number);
        model.addAttribute("lines", disclosures.revealReporter(actor.with(purpose), number));
        return "intake/reporter";
    }

    private Report found(Actor actor, ReportNumber number) {
        return reports.find(actor, number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    /// Who looks at a report here does so for triage, unless the session says otherwise.
    private static Actor purposeful(Actor actor) {
        return actor.purpose() == null ? actor.with(Purpose.TRIAGE) : actor;
    }
}
