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
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.registry.AgencyId;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Contact points of a provider or agency in clear. Opening the page is recorded, so it is a page of its own.
@Controller
class ContactPages {

    private final Organisations organisations;
    private final Clock clock;

    ContactPages(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/registry/{folder:agencies|providers}/{id}/contacts")
    @Requires(Permission.REGISTRY_READ)
    String show(Actor actor, @PathVariable String folder, @PathVariable UUID id, Model model) {
        boolean agency = folder.equals("agencies");
        var name = agency
                ? organisations.findAgency(actor, new AgencyId(id)).map(found -> found.name())
                : organisations.findProvider(actor, new ProviderId(id)).map(found -> found.name());
        model.addAttribute("name", name.orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND)));
        var organisation = ref(folder, id);
        var contacts = organisations
                .contacts(actor.with(Purpose.OPERATION), List.of(organisation))
                .getOrDefault(organisation, List.of());
        model.addAttribute("contacts", contacts);
        model.addAttribute("path", "/registry/" + folder + "/" + id);
        model.addAttribute("back", "/registry/" + folder + "/" + id);
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
        return "registry/contacts";
    }

    @PostMapping("/registry/{folder:agencies|providers}/{id}/contacts")
    @Requires(Permission.REGISTRY_CHANGE)
    String put(Actor actor, @PathVariable String folder, @PathVariable UUID id, @ModelAttribute NewContact form) {
        organisations.putContact(actor.with(Purpose.OPERATION), form.command(ref(folder, id)));
        return back(folder, id);
    }

    @PostMapping("/registry/{folder:agencies|providers}/{id}/contacts/{contact}/removal")
    @Requires(Permission.REGISTRY_CHANGE)
    String remove(Actor actor, @PathVariable String folder, @PathVariable UUID id, @PathVariable UUID contact) {
        organisations.removeContact(actor, ref(folder, id), contact);
        return back(folder, id);
    }

    @PostMapping("/registry/{folder:agencies|providers}/{id}/contacts/{contact}/check")
    @Requires(Permission.REGISTRY_CHANGE)
    String check(Actor actor, @PathVariable String folder, @PathVariable UUID id, @PathVariable UUID contact) {
        organisations.checkContact(actor, ref(folder, id), contact);
        return back(folder, id);
    }

    private static RecordRef ref(String folder, UUID id) {
        return folder.equals("agencies") ? new AgencyId(id).ref() : new ProviderId(id).ref();
    }

    private static String back(String folder, UUID id) {
        return "redirect:/registry/" + folder + "/" + id + "/contacts";
    }

    /// What the form for a contact point sends.
    record NewContact(
            ContactKind kind,
            int rank,
            @Nullable String person,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String post,
            @DateTimeFormat(iso = ISO.DATE) LocalDate verifiedOn) {

        PutContact command(RecordRef organisation) {
            try {
                var details = new ContactPoint.Details(
                        Fields.orNull(person), Fields.orNull(email), Fields.orNull(phone), Fields.orNull(post));
                return new PutContact(organisation, kind, rank, details, verifiedOn);
            } catch (IllegalArgumentException _) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
        }

        @Override
        public String toString() {
            return "NewContact(" + kind + ")";
        }
    }
}
