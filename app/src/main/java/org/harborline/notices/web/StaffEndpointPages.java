// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.harborline.notices.Endpoint;
import org.harborline.notices.Endpoints;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Webhooks of all companies for staff: which fail, what was given up, sending it again.
@Controller
class StaffEndpointPages {

    private final Endpoints endpoints;
    private final Organisations organisations;

    StaffEndpointPages(Endpoints endpoints, Organisations organisations) {
        this.endpoints = endpoints;
        this.organisations = organisations;
    }

    @GetMapping("/registry/webhooks")
    @Requires(Permission.REGISTRY_READ)
    String list(Actor actor, Model model) {
        List<Endpoint> list = endpoints.list(actor);
        model.addAttribute("endpoints", list);
        model.addAttribute(
                "providers",
                organisations.findProviders(
                        actor, list.stream().map(Endpoint::provider).toList()));
        return "notices/staff-webhooks";
    }

    @GetMapping("/registry/webhooks/{provider}")
    @Requires(Permission.REGISTRY_READ)
    String show(
            Actor actor,
            @PathVariable UUID provider,
            @RequestParam(defaultValue = "false") boolean dead,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        return page(actor, new ProviderId(provider), new EndpointView.Wanted(dead, after), model);
    }

    private String page(Actor actor, ProviderId provider, EndpointView.Wanted wanted, Model model) {
        Provider found = organisations
                .findProvider(actor, provider)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        new EndpointView(endpoints, path(provider)).fill(actor, provider, wanted, model);
        model.addAttribute("name", found.name());
        model.addAttribute("mayKeep", actor.may(Permission.REGISTRY_CHANGE));
        return "notices/staff-webhook";
    }

    private static String path(ProviderId provider) {
        return "/registry/webhooks/" + provider;
    }

    @PostMapping("/registry/webhooks/{provider}/removal")
    @Requires(Permission.REGISTRY_CHANGE)
    String remove(Actor actor, @PathVariable UUID provider) {
        endpoints.remove(actor, new ProviderId(provider));
        return "redirect:" + path(new ProviderId(provider));
    }

    @PostMapping("/registry/webhooks/{provider}/messages/{message}/replay")
    @Requires(Permission.REGISTRY_CHANGE)
    String replay(Actor actor, @PathVariable UUID provider, @PathVariable UUID message) {
        endpoints.replay(actor, new ProviderId(provider), message);
        return "redirect:" + path(new ProviderId(provider));
    }

    @PostMapping("/registry/webhooks/{provider}/replay")
    @Requires(Permission.REGISTRY_CHANGE)
    String replaySince(
            Actor actor,
            @PathVariable UUID provider,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            Model model) {
        var id = new ProviderId(provider);
        model.addAttribute(
                "replayed",
                endpoints.replaySince(
                        actor, id, since.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return page(actor, id, new EndpointView.Wanted(false, null), model);
    }

    @Configuration(proxyBeanMethods = false)
    static class Links {
        @Bean
        NavigationItem webhooksLink() {
            return new NavigationItem(
                    "notices.webhooks.title", "/registry/webhooks", 330, Permission.REGISTRY_READ, true);
        }

        @Bean
        NavigationItem ownWebhooksLink() {
            return new NavigationItem(
                    "notices.webhook.title", "/provider/webhooks", 40, Permission.COMPANY_READ, false);
        }
    }
}
