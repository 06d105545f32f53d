// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.List;
import java.util.UUID;
import org.harborline.access.Account;
import org.harborline.access.Accounts;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.IncidentType;
import org.harborline.intake.OwnReports;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ServiceId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Filing by hand: the form, what was typed shown once more, and sending it. Nothing is kept between the steps but in
/// the pages themselves. It is open to a company from its first minute, whatever its standing.
@Controller
class HandPages {

    private static final String HOME = "/provider/reports";
    private static final String FORM = "intake/hand";
    private static final int HINTS = 3;

    private final OwnReports reports;
    private final Organisations organisations;
    private final Accounts accounts;

    HandPages(OwnReports reports, Organisations organisations, Accounts accounts) {
        this.reports = reports;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    @GetMapping(HOME + "/new")
    @Requires(Permission.REPORT_FILE)
    String blank(Actor actor, Model model) {
        Provider company = PortalPages.company(organisations, actor);
        Account own = accounts.own(actor);
        String platform = company.services().isEmpty()
                ? null
                : company.services().getFirst().name();
        String mail = own.signInName().contains("@") ? own.signInName() : null;
        model.addAttribute("form", HandForm.of(platform, own.displayName(), mail));
        return form(company, model);
    }

    private static String form(Provider company, Model model) {
        model.addAttribute("company", company);
        model.addAttribute("types", IncidentType.values());
        return FORM;
    }

    @PostMapping(HOME + "/check")
    @Requires(Permission.REPORT_FILE)
    String check(Actor actor, @ModelAttribute("form") HandForm form, BindingResult errors, Model model) {
        Provider company = PortalPages.company(organisations, actor);
        form.check(errors);
        if (errors.hasErrors()) {
            return form(company, model);
        }
        model.addAttribute("company", company);
        model.addAttribute("filled", form.filled());
        model.addAttribute("valuable", valuable(actor, company, form));
        model.addAttribute("token", UUID.randomUUID());
        return "intake/hand-check";
    }

    /// What the form could still take; nothing waits for it.
    private List<RubricLine> valuable(Actor actor, Provider company, HandForm form) {
        return reports.completeness(actor, document(company, form)).stream()
                .flatMap(scored -> Rubrics.of(scored.rubric()).heaviest(scored.missing()).stream())
                .filter(line -> HandDocument.LINES.contains(line.id().value()))
                .limit(HINTS)
                .toList();
    }

    private static SentDocument document(Provider company, HandForm form) {
        ServiceId service = HandForm.text(form.platform()).stream()
                .flatMap(typed -> company.services().stream()
                        .filter(offered -> offered.name().equalsIgnoreCase(typed)))
                .map(offered -> ServiceId.of(company.id(), offered.name()))
                .findFirst()
                .orElse(null);
        return new SentDocument(company.name(), HandDocument.of(form), null, false, service);
    }

    /// Back to the form with everything as it was typed.
    @PostMapping(HOME + "/edit")
    @Requires(Permission.REPORT_FILE)
    String edit(Actor actor, @ModelAttribute("form") HandForm form, Model model) {
        return form(PortalPages.company(organisations, actor), model);
    }

    @PostMapping(HOME)
    @Requires(Permission.REPORT_FILE)
    String file(
            Actor actor,
            @RequestParam UUID token,
            @ModelAttribute("form") HandForm form,
            BindingResult errors,
            Model model) {
        Provider company = PortalPages.company(organisations, actor);
        form.check(errors);
        if (errors.hasErrors()) {
            return form(company, model);
        }
        FilingAnswer answer = reports.file(actor.with(Purpose.REPORTING_OBLIGATION), token, document(company, form));
        if (answer.code() == WireCode.SUCCESS) {
            return "redirect:" + HOME + "/" + answer.report();
        }
        model.addAttribute("refusal", answer.description().lines().skip(1).toList());
        return form(company, model);
    }
}
