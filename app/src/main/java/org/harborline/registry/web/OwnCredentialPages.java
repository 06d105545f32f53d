// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.harborline.access.FreshFactor;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.CredentialId;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.ReplaceCredential;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A company's own credentials in the portal. Making one asks for a fresh proof of who it is; stopping one does not,
/// because a leaked secret does not wait. The answer to making one is the only page that shows its secret.
@Controller
class OwnCredentialPages {

    private static final String HOME = "/provider/credentials";

    private final Organisations organisations;
    private final Clock clock;

    OwnCredentialPages(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping(HOME)
    @Requires(Permission.COMPANY_READ)
    String list(Actor actor, Model model) {
        return page(actor, null, model);
    }

    private String page(Actor actor, @Nullable IssuedCredential issued, Model model) {
        ProviderId company = OwnCompany.of(actor);
        Instant now = clock.instant();
        var credentials = organisations.credentials(actor, company);
        model.addAttribute(
                "provider",
                organisations
                        .findProvider(actor, company)
                        .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND)));
        model.addAttribute("issued", issued);
        model.addAttribute("credentials", credentials);
        model.addAttribute("now", now);
        model.addAttribute("anyOpens", credentials.stream().anyMatch(one -> one.opensAt(now)));
        model.addAttribute("scopes", CredentialScope.values());
        model.addAttribute("mayChange", actor.may(Permission.COMPANY_KEEP));
        return "registry/own-credentials";
    }

    @PostMapping(HOME)
    @Requires(Permission.COMPANY_KEEP)
    @FreshFactor(back = HOME)
    String issue(
            Actor actor,
            @RequestParam CredentialScope scope,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            Model model) {
        var command = new IssueCredential(OwnCompany.of(actor), Fields.orNull(service), scope, Fields.endOf(lastDay));
        return page(actor, organisations.issueCredential(actor, command), model);
    }

    @PostMapping(HOME + "/{credential}/successor")
    @Requires(Permission.COMPANY_KEEP)
    @FreshFactor(back = HOME)
    String replace(
            Actor actor,
            @PathVariable UUID credential,
            @RequestParam int days,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            Model model) {
        var until = clock.instant().plus(Duration.ofDays(days));
        var command = new ReplaceCredential(new CredentialId(credential), until, Fields.endOf(lastDay));
        return page(actor, organisations.replaceCredential(actor, command), model);
    }

    @PostMapping(HOME + "/{credential}/revocation")
    @Requires(Permission.COMPANY_KEEP)
    String revoke(Actor actor, @PathVariable UUID credential) {
        organisations.revokeCredential(actor, new CredentialId(credential));
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/stop")
    @Requires(Permission.COMPANY_KEEP)
    String stop(Actor actor) {
        int _ = organisations.revokeCredentials(actor, OwnCompany.of(actor));
        return "redirect:" + HOME;
    }
}
