// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.ChangeProvider;
import org.harborline.registry.ContactKind;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Providers: the list, one provider with its services and credentials, entering and changing one.
@Controller
class ProviderPages {

    static final String PAGE = "registry/provider";

    private final Organisations organisations;

    ProviderPages(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/registry/providers")
    @Requires(Permission.REGISTRY_READ)
    String list(Actor actor, Model model) {
        model.addAttribute("providers", organisations.listProviders(actor));
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
        return "registry/providers";
    }

    @PostMapping("/registry/providers")
    @Requires(Permission.REGISTRY_CHANGE)
    String register(Actor actor, @RequestParam String code, @RequestParam String name) {
        var command = new RegisterProvider(code.strip(), name.strip(), List.of());
        return "redirect:/registry/providers/" + organisations.registerProvider(actor, command);
    }

    @GetMapping("/registry/providers/{id}")
    @Requires(Permission.REGISTRY_READ)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        fill(organisations, actor, new ProviderId(id), model);
        return PAGE;
    }

    /// Puts what the page of a provider shows into the model.
    static void fill(Organisations organisations, Actor actor, ProviderId id, Model model) {
        var provider = organisations
                .findProvider(actor, id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        model.addAttribute("provider", provider);
        model.addAttribute("missing", missing(provider));
        model.addAttribute("credentials", organisations.credentials(actor, id));
        model.addAttribute("scopes", CredentialScope.values());
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
    }

    /// Contact points that a provider should have.
    static Set<ContactKind> missing(Provider provider) {
        return Fields.missing(
                provider.contactsHeld(), ContactKind.LEGAL_PROCESS, ContactKind.PRESERVATION, ContactKind.ROTA);
    }

    @PostMapping("/registry/providers/{id}")
    @Requires(Permission.REGISTRY_CHANGE)
    String change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String services) {
        organisations.changeProvider(
                actor, new ChangeProvider(new ProviderId(id), version, name.strip(), offerings(services)));
        return "redirect:/registry/providers/" + id;
    }

    @PostMapping("/registry/providers/{id}/reading")
    @Requires(Permission.REGISTRY_CHANGE)
    String read(Actor actor, @PathVariable UUID id, @RequestParam long version, @RequestParam boolean lenient) {
        organisations.readDocuments(actor, new ProviderId(id), version, lenient);
        return "redirect:/registry/providers/" + id;
    }

    /// One service a line: its name, a vertical bar, its domain.
    static List<Provider.Offering> offerings(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(ProviderPages::offering)
                .distinct()
                .toList();
    }

    private static Provider.Offering offering(String line) {
        int bar = line.lastIndexOf('|');
        if (bar < 1
                || line.substring(0, bar).isBlank()
                || line.substring(bar + 1).isBlank()) {
            return new Provider.Offering(line.strip(), ""); // refused by the command, which names the field
        }
        return new Provider.Offering(
                line.substring(0, bar).strip(), line.substring(bar + 1).strip());
    }
}
