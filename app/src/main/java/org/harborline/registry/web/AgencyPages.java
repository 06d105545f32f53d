// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.Area;
import org.harborline.registry.Capability;
import org.harborline.registry.ChangeAgency;
import org.harborline.registry.ContactKind;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Organisations;
import org.harborline.registry.RegisterAgency;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Agencies: the list, one agency with what it covers, entering, changing and confirming one.
@Controller
class AgencyPages {

    private static final int PAGE = 50;

    private final Organisations organisations;

    AgencyPages(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/registry/agencies")
    @Requires(Permission.REGISTRY_READ)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(required = false) @Nullable AgencyKind kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var filter = new AgencyFilter(Fields.orNull(country.toUpperCase(Locale.ROOT)), kind, Fields.orNull(text));
        model.addAttribute("filter", filter);
        model.addAttribute("after", after);
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("page", organisations.listAgencies(actor, filter, after, PAGE));
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
        return "registry/agencies";
    }

    @GetMapping("/registry/agencies/new")
    @Requires(Permission.REGISTRY_CHANGE)
    String blank(Model model) {
        choices(model);
        return "registry/agency-new";
    }

    @PostMapping("/registry/agencies")
    @Requires(Permission.REGISTRY_CHANGE)
    String register(Actor actor, @ModelAttribute NewAgency form) {
        return "redirect:/registry/agencies/" + organisations.registerAgency(actor, form.command());
    }

    @GetMapping("/registry/agencies/{id}")
    @Requires(Permission.REGISTRY_READ)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        var agency = organisations
                .findAgency(actor, new AgencyId(id))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        model.addAttribute("agency", agency);
        model.addAttribute("coverage", organisations.coverage(actor, agency.id()));
        model.addAttribute("missing", Fields.missing(agency.contactsHeld(), ContactKind.DELIVERY));
        model.addAttribute("scopes", Area.Scope.values());
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
        choices(model);
        return "registry/agency";
    }

    @PostMapping("/registry/agencies/{id}")
    @Requires(Permission.REGISTRY_CHANGE)
    String change(Actor actor, @PathVariable UUID id, @ModelAttribute ChangedAgency form) {
        organisations.changeAgency(actor, form.command(new AgencyId(id)));
        return "redirect:/registry/agencies/" + id;
    }

    @PostMapping("/registry/agencies/{id}/verification")
    @Requires(Permission.REGISTRY_CHANGE)
    String verify(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate on) {
        organisations.verifyAgency(actor, new AgencyId(id), version, on);
        return "redirect:/registry/agencies/" + id;
    }

    private static void choices(Model model) {
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("channels", DeliveryChannel.values());
        model.addAttribute("capabilities", Capability.values());
    }

    /// What the form for a new agency sends.
    record NewAgency(
            String code,
            String name,
            AgencyKind kind,
            String country,
            @Nullable String region,
            DeliveryChannel channel,
            String languages,
            @Nullable Set<Capability> capabilities,
            @DateTimeFormat(iso = ISO.DATE) LocalDate effectiveFrom) {

        RegisterAgency command() {
            Fields.requirePresent(code, name, kind, country, channel, languages, effectiveFrom);
            return new RegisterAgency(
                    code.strip(),
                    name.strip(),
                    kind,
                    country.strip().toUpperCase(Locale.ROOT),
                    region == null ? null : Fields.orNull(region.toUpperCase(Locale.ROOT)),
                    channel,
                    Fields.words(languages),
                    capabilities == null ? Set.of() : capabilities,
                    effectiveFrom);
        }
    }

    /// What the form for a change sends.
    record ChangedAgency(
            long version,
            String name,
            DeliveryChannel channel,
            String languages,
            @Nullable Set<Capability> capabilities,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effectiveUntil) {

        ChangeAgency command(AgencyId id) {
            Fields.requirePresent(name, channel, languages);
            List<String> tags = Fields.words(languages);
            return new ChangeAgency(
                    id,
                    version,
                    name.strip(),
                    channel,
                    tags,
                    capabilities == null ? Set.of() : capabilities,
                    effectiveUntil);
        }
    }
}
