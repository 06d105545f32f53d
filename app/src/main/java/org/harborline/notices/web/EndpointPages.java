// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.harborline.notices.Endpoints;
import org.harborline.notices.NoticesProblem;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A company's webhook in the portal.
@Controller
class EndpointPages {

    private static final String PATH = "/provider/webhooks";
    private static final String AGAIN = "redirect:" + PATH;

    private final Endpoints endpoints;

    EndpointPages(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @GetMapping(PATH)
    @Requires(Permission.COMPANY_READ)
    String show(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean dead,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        return page(actor, dead, after, model);
    }

    private String page(Actor actor, boolean dead, @Nullable UUID after, Model model) {
        ProviderId own = own(actor);
        new EndpointView(endpoints, PATH).fill(actor, own, new EndpointView.Wanted(dead, after), model);
        model.addAttribute("mayKeep", actor.may(Permission.COMPANY_KEEP));
        return "notices/webhooks";
    }

    private static ProviderId own(Actor actor) {
        RecordRef party = actor.party();
        if (party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return new ProviderId(UUID.fromString(party.id()));
    }

    /// The answer to a new endpoint shows its secret, once.
    @PostMapping(PATH)
    @Requires(Permission.COMPANY_KEEP)
    String put(Actor actor, @RequestParam String address, Model model) {
        Optional<String> secret = endpoints.put(actor, own(actor), uri(address));
        if (secret.isEmpty()) {
            return AGAIN;
        }
        model.addAttribute("secret", secret.get());
        return page(actor, false, null, model);
    }

    private static URI uri(String address) {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException _) {
            throw new ProblemException(NoticesProblem.ADDRESS_NOT_TAKEN);
        }
    }

    @PostMapping(PATH + "/rotation")
    @Requires(Permission.COMPANY_KEEP)
    String rotate(Actor actor, Model model) {
        model.addAttribute("secret", endpoints.rotate(actor, own(actor)));
        return page(actor, false, null, model);
    }

    @PostMapping(PATH + "/rotation/end")
    @Requires(Permission.COMPANY_KEEP)
    String dropOldSecret(Actor actor) {
        endpoints.dropOldSecret(actor, own(actor));
        return AGAIN;
    }

    @PostMapping(PATH + "/removal")
    @Requires(Permission.COMPANY_KEEP)
    String remove(Actor actor) {
        endpoints.remove(actor, own(actor));
        return AGAIN;
    }

    @PostMapping(PATH + "/ping")
    @Requires(Permission.COMPANY_KEEP)
    String ping(Actor actor, Model model) {
        model.addAttribute("ping", endpoints.ping(actor, own(actor)));
        return page(actor, false, null, model);
    }

    @PostMapping(PATH + "/messages/{message}/replay")
    @Requires(Permission.COMPANY_KEEP)
    String replay(Actor actor, @PathVariable UUID message) {
        endpoints.replay(actor, own(actor), message);
        return AGAIN;
    }

    @PostMapping(PATH + "/replay")
    @Requires(Permission.COMPANY_KEEP)
    String replaySince(
            Actor actor, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since, Model model) {
        model.addAttribute(
                "replayed",
                endpoints.replaySince(
                        actor, own(actor), since.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return page(actor, false, null, model);
    }
}
