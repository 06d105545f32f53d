// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.harborline.registry.ChangeProvider;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ContactKind;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.Verifications;
import org.harborline.registry.Verifying;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A company's own data in the portal: its services and how it is reached.
@Controller
class CompanyPages {

    private static final String CONTACTS = "redirect:/provider/contacts";

    private final Organisations organisations;
    private final Verifications verifications;
    private final Clock clock;

    CompanyPages(Organisations organisations, Verifications verifications, Clock clock) {
        this.organisations = organisations;
        this.verifications = verifications;
        this.clock = clock;
    }

    @GetMapping("/provider/company")
    @Requires(Permission.COMPANY_READ)
    String show(Actor actor, Model model) {
        Provider provider = own(actor);
        model.addAttribute("provider", provider);
        model.addAttribute("missing", ProviderPages.missing(provider));
        model.addAttribute("verifying", verifications.of(actor, provider.id()));
        model.addAttribute("items", CheckItem.values());
        model.addAttribute("approvers", Verifying.APPROVERS);
        model.addAttribute("today", today());
        model.addAttribute("mayChange", actor.may(Permission.COMPANY_KEEP));
        return "registry/company";
    }

    private Provider own(Actor actor) {
        return organisations
                .findProvider(actor, OwnCompany.of(actor))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @PostMapping("/provider/company")
    @Requires(Permission.COMPANY_KEEP)
    String change(Actor actor, @RequestParam long version, @RequestParam(defaultValue = "") String services) {
        Provider provider = own(actor);
        organisations.changeProvider(
                actor, new ChangeProvider(provider.id(), version, provider.name(), ProviderPages.offerings(services)));
        return "redirect:/provider/company";
    }

    /// Opening them is recorded for the company's people as for ours.
    @GetMapping("/provider/contacts")
    @Requires(Permission.COMPANY_READ)
    String contacts(Actor actor, Model model) {
        Provider provider = own(actor);
        var organisation = provider.id().ref();
        model.addAttribute("name", provider.name());
        model.addAttribute(
                "contacts",
                organisations
                        .contacts(actor.with(Purpose.OPERATION), List.of(organisation))
                        .getOrDefault(organisation, List.of()));
        model.addAttribute("path", "/provider");
        model.addAttribute("back", "/provider/company");
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("today", today());
        model.addAttribute("mayChange", actor.may(Permission.COMPANY_KEEP));
        return "registry/contacts";
    }

    @PostMapping("/provider/contacts")
    @Requires(Permission.COMPANY_KEEP)
    String put(Actor actor, @ModelAttribute ContactPages.NewContact form) {
        organisations.putContact(
                actor.with(Purpose.OPERATION), form.command(OwnCompany.of(actor).ref()));
        return CONTACTS;
    }

    @PostMapping("/provider/contacts/{contact}/removal")
    @Requires(Permission.COMPANY_KEEP)
    String remove(Actor actor, @PathVariable UUID contact) {
        organisations.removeContact(actor, OwnCompany.of(actor).ref(), contact);
        return CONTACTS;
    }

    @PostMapping("/provider/contacts/{contact}/check")
    @Requires(Permission.COMPANY_KEEP)
    String check(Actor actor, @PathVariable UUID contact) {
        organisations.checkContact(actor, OwnCompany.of(actor).ref(), contact);
        return CONTACTS;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
