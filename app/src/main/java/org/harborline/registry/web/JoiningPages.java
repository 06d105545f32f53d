// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.util.UUID;
import org.harborline.access.FreshFactor;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.harborline.platform.Settings;
import org.harborline.registry.CheckItem;
import org.harborline.registry.Registrations;
import org.harborline.registry.Verifications;
import org.harborline.registry.Verifying;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What waits for staff about reporting companies; applications among it, to call back and to hand over a link when no
/// mail leaves.
@Controller
class JoiningPages {

    private static final String ONE = "/registry/joining/{applicant}";

    private static final int MOST = 200;

    private final Registrations registrations;
    private final Verifications verifications;
    private final Settings settings;

    JoiningPages(Registrations registrations, Verifications verifications, Settings settings) {
        this.registrations = registrations;
        this.verifications = verifications;
        this.settings = settings;
    }

    @GetMapping("/registry/joining")
    @Requires(Permission.REGISTRY_READ)
    String list(Actor actor, Model model) {
        model.addAttribute("applicants", registrations.waiting(actor, MOST));
        model.addAttribute("mails", registrations.mails());
        model.addAttribute("attention", verifications.attention(actor));
        model.addAttribute("items", CheckItem.values().length);
        model.addAttribute("approvers", Verifying.APPROVERS);
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
        return "registry/joining";
    }

    /// Opening an application is recorded, so it is a page of its own.
    @GetMapping(ONE)
    @Requires(Permission.REGISTRY_CHANGE)
    String show(Actor actor, @PathVariable UUID applicant, Model model) {
        model.addAttribute("applied", registrations.read(actor.with(Purpose.OPERATION), applicant));
        model.addAttribute("applicant", applicant);
        return "registry/joining-one";
    }

    @PostMapping(ONE + "/link")
    @Requires(Permission.REGISTRY_CHANGE)
    @FreshFactor(back = ONE)
    String link(Actor actor, @PathVariable UUID applicant, Model model) {
        model.addAttribute("link", settings.publicUrl().resolve(registrations.renew(actor, applicant)));
        return show(actor, applicant, model);
    }
}
