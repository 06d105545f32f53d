// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.Colleagues;
import org.harborline.access.FreshFactor;
import org.harborline.access.HolderId;
import org.harborline.access.Invitation;
import org.harborline.access.Role;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.platform.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The people of a company, kept by its own administrators.
@Controller
class PeoplePages {

    private static final String HOME = "/provider/people";

    private final Colleagues colleagues;
    private final Settings settings;

    PeoplePages(Colleagues colleagues, Settings settings) {
        this.colleagues = colleagues;
        this.settings = settings;
    }

    @GetMapping(HOME)
    @Requires(Permission.COMPANY_KEEP)
    String list(Actor actor, Model model) {
        model.addAttribute("people", colleagues.list(actor));
        model.addAttribute("self", actor.id());
        model.addAttribute("ending", colleagues.nameEnding(actor));
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .filter(role -> role.door() == ActorKind.PROVIDER)
                        .toList());
        return "registry/people";
    }

    @PostMapping(HOME)
    @Requires(Permission.COMPANY_KEEP)
    @FreshFactor(back = HOME)
    String invite(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam Role role,
            Model model) {
        return link(actor, colleagues.invite(actor, name, displayName, Set.of(role)), model);
    }

    @PostMapping(HOME + "/{person}/invitation")
    @Requires(Permission.COMPANY_KEEP)
    @FreshFactor(back = HOME)
    String renew(Actor actor, @PathVariable UUID person, Model model) {
        return link(actor, colleagues.renewInvitation(actor, new HolderId(person)), model);
    }

    /// The link is shown on the answer itself and nowhere else.
    private String link(Actor actor, Invitation invitation, Model model) {
        model.addAttribute("link", settings.publicUrl().resolve(invitation.path()));
        model.addAttribute("expiresAt", invitation.expiresAt());
        HolderId invited = Objects.requireNonNull(invitation.holder());
        model.addAttribute("invited", colleagues.get(actor, invited).signInName());
        return list(actor, model);
    }

    @PostMapping(HOME + "/{person}/disable")
    @Requires(Permission.COMPANY_KEEP)
    String disable(Actor actor, @PathVariable UUID person, @RequestParam int version) {
        colleagues.disable(actor, new HolderId(person), version);
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/{person}/enable")
    @Requires(Permission.COMPANY_KEEP)
    @FreshFactor(back = HOME)
    String enable(Actor actor, @PathVariable UUID person, @RequestParam int version) {
        colleagues.enable(actor, new HolderId(person), version);
        return "redirect:" + HOME;
    }
}
