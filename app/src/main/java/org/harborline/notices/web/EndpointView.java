// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.util.List;
import java.util.UUID;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.Endpoints;
import org.harborline.platform.Actor;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/// What the sender's page and ours both show of an endpoint: the same, so that nobody argues about two truths.
///
/// @param path of the page
record EndpointView(Endpoints endpoints, String path) {

    private static final int PAGE = 50;

    /// Which messages.
    record Wanted(boolean dead, @Nullable UUID after) {}

    void fill(Actor actor, ProviderId provider, Wanted wanted, Model model) {
        List<EndpointMessage> messages = endpoints.messages(actor, provider, wanted.dead(), wanted.after(), PAGE);
        model.addAttribute("endpoint", endpoints.find(actor, provider).orElse(null));
        model.addAttribute("messages", messages);
        model.addAttribute("deadOnly", wanted.dead());
        model.addAttribute("deadCount", endpoints.dead(actor, provider));
        model.addAttribute("path", path);
        String query = wanted.dead() ? "?dead=true" : "";
        model.addAttribute("first", wanted.after() == null ? null : path + query);
        model.addAttribute(
                "next",
                messages.size() < PAGE
                        ? null
                        : path + (query.isEmpty() ? "?" : query + "&") + "after="
                                + messages.getLast().id());
    }
}
