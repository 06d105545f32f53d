// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.Preservations;
import org.harborline.intake.Preservations.Ending;
import org.harborline.intake.Preservations.Renewal;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Until when senders keep material: for staff a page of each report, for a company the list of what ends soon.
@Controller
class PreservationPages {

    private static final String OWN = "/provider/preservation";
    private static final int PAGE = 100;

    private final Preservations preservations;
    private final Reports reports;
    private final Organisations organisations;

    PreservationPages(Preservations preservations, Reports reports, Organisations organisations) {
        this.preservations = preservations;
        this.reports = reports;
        this.organisations = organisations;
    }

    @GetMapping("/reports/{number}/preservation")
    @Requires(Permission.REPORT_READ)
    String report(Actor actor, @PathVariable ReportNumber number, Model model) {
        Report report = reports.find(actor, number)
                .filter(one -> one.preservedUntil() != null)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        List<Renewal> renewals = preservations.renewals(actor, number);
        model.addAttribute("report", report);
        model.addAttribute("renewals", renewals);
        model.addAttribute("names", names(actor, renewals));
        model.addAttribute("mayRenew", actor.may(Permission.REFER));
        return "intake/preservation";
    }

    private Map<UUID, String> names(Actor actor, List<Renewal> renewals) {
        List<AgencyId> agencies = renewals.stream()
                .map(Renewal::agency)
                .filter(Objects::nonNull)
                .distinct()
                .map(AgencyId::new)
                .toList();
        return organisations.findAgencies(actor, agencies).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().value(), one -> one.getValue().name()));
    }

    @PostMapping("/reports/{number}/preservation")
    @Requires(Permission.REFER)
    String renew(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam String until,
            @RequestParam String reference,
            @RequestParam(defaultValue = "false") boolean shown) {
        preservations.renew(actor, number, new Preservations.Renew(day(until), reference, shown));
        return "redirect:/reports/" + number + "/preservation";
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    @GetMapping(OWN)
    @Requires(Permission.COMPANY_READ)
    String ending(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        Ending shown = until == null || after == null ? null : new Ending(new ReportNumber(after), until);
        List<Ending> page = preservations.ending(actor, shown, PAGE);
        model.addAttribute("ending", page);
        model.addAttribute("days", Preservations.WARNED.getFirst());
        model.addAttribute("first", shown == null ? null : OWN);
        model.addAttribute("following", page.size() < PAGE ? null : next(page.getLast()));
        return "intake/ending";
    }

    private static String next(Ending last) {
        return OWN + "?until=" + last.until() + "&after=" + last.report();
    }
}
