// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.access.Accounts;
import org.harborline.intake.Conversations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Talk;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The conversation as staff see it, and the list of those that wait for them.
@Controller
class TalkPages {

    private static final int LISTED = 200;

    private final Conversations conversations;
    private final Accounts accounts;

    TalkPages(Conversations conversations, Accounts accounts) {
        this.conversations = conversations;
        this.accounts = accounts;
    }

    @Requires(Permission.WORKLIST_USE)
    @GetMapping("/messages")
    String waiting(Actor actor, Model model) {
        model.addAttribute("waiting", conversations.waiting(actor, LISTED));
        return "intake/messages";
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/panels/conversation")
    String panel(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Actor reader = actor.purpose() == null ? actor.with(Purpose.TRIAGE) : actor;
        Optional<Talk> talk = conversations.of(reader, number, new Talk.Place(before, from));
        model.addAttribute("number", number);
        model.addAttribute("talk", talk.orElse(null));
        model.addAttribute("mayAnswer", actor.may(Permission.WORKLIST_USE));
        model.addAttribute(
                "names",
                accounts.names(
                        actor,
                        talk.stream()
                                .flatMap(one -> one.messages().stream())
                                .flatMap(one -> Optional.ofNullable(one.sentBy()).stream())
                                .collect(Collectors.toUnmodifiableSet())));
        return htmx == null ? "intake/conversation" : "intake/conversation :: conversation";
    }

    @Requires(Permission.WORKLIST_USE)
    @PostMapping("/reports/{number}/conversation")
    String answer(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable UUID shown) {
        conversations.answer(actor, number, text, shown);
        return "redirect:/reports/" + number;
    }

    @Requires(Permission.WORKLIST_USE)
    @PostMapping("/reports/{number}/conversation/settle")
    String settle(
            Actor actor, @PathVariable ReportNumber number, @RequestParam(required = false) @Nullable UUID shown) {
        conversations.settle(actor, number, shown);
        return "redirect:/reports/" + number;
    }
}
