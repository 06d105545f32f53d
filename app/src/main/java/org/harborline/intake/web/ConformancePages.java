// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.ConformanceRuns;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.registry.Admissions;
import org.harborline.registry.CredentialId;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.Verifications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The conformance run in a sandbox, and with its certificate the last step before a client files real reports.
@Controller
class ConformancePages {

    private static final String HOME = "/provider/conformance";

    private final ConformanceRuns runs;
    private final Organisations organisations;
    private final Verifications verifications;
    private final Admissions admissions;
    private final Clock clock;

    ConformancePages(
            ConformanceRuns runs,
            Organisations organisations,
            Verifications verifications,
            Admissions admissions,
            Clock clock) {
        this.runs = runs;
        this.organisations = organisations;
        this.verifications = verifications;
        this.admissions = admissions;
        this.clock = clock;
    }

    @GetMapping(HOME)
    @Requires(Permission.COMPANY_READ)
    String show(Actor actor, Model model) {
        Provider company = PortalPages.company(organisations, actor);
        Instant now = clock.instant();
        model.addAttribute("company", company);
        model.addAttribute("taken", runs.taken());
        model.addAttribute("run", runs.newest(actor).orElse(null));
        model.addAttribute("certificate", runs.certificate(actor).orElse(null));
        model.addAttribute("cases", ConformanceCase.values());
        model.addAttribute(
                "credentials",
                organisations.credentials(actor, company.id()).stream()
                        .filter(one -> one.opensAt(now) && !one.readOnly())
                        .toList());
        model.addAttribute("verifying", verifications.of(actor, company.id()));
        model.addAttribute("mayKeep", actor.may(Permission.COMPANY_KEEP));
        return "intake/conformance";
    }

    @PostMapping(HOME)
    @Requires(Permission.COMPANY_KEEP)
    String begin(Actor actor, @RequestParam UUID credential, @RequestParam String company) {
        var _ = runs.begin(actor, new CredentialId(credential), company.strip());
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/certificate")
    @Requires(Permission.COMPANY_KEEP)
    String accept(Actor actor, @RequestParam String certificate, @RequestParam long version) {
        admissions.accept(actor, PortalPages.company(organisations, actor).id(), certificate, version);
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/live")
    @Requires(Permission.COMPANY_KEEP)
    String goLive(Actor actor, @RequestParam long version) {
        admissions.goLive(actor, PortalPages.company(organisations, actor).id(), version);
        return "redirect:/provider";
    }
}
