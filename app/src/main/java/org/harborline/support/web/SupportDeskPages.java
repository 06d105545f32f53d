// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.Accounts;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.harborline.support.CallOutcome;
import org.harborline.support.ClosingReason;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The support desk: who waits, by the clock, and one page for each of them.
@Controller
class SupportDeskPages {

    private static final int PAGE = 50;
    private static final String ONE = "redirect:/support-desk/";

    private final SupportRequests requests;
    private final Accounts accounts;

    SupportDeskPages(SupportRequests requests, Accounts accounts) {
        this.requests = requests;
        this.accounts = accounts;
    }

    @GetMapping("/support-desk")
    @Requires(Permission.SUPPORT_ANSWER)
    String list(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        List<SupportRequest> page = requests.list(actor, after == null ? null : new SupportRequestId(after), PAGE + 1);
        boolean more = page.size() > PAGE;
        List<SupportRequest> shown = more ? page.subList(0, PAGE) : page;
        model.addAttribute("requests", shown);
        names(actor, shown.stream().flatMap(one -> Stream.ofNullable(one.takenBy())), model);
        model.addAttribute("staffed", requests.hours(actor).isStaffed());
        model.addAttribute("first", after == null ? null : "/support-desk");
        model.addAttribute(
                "next", more ? "/support-desk?after=" + shown.getLast().id() : null);
        return "support/desk";
    }

    @GetMapping("/support-desk/{id}")
    @Requires(Permission.SUPPORT_ANSWER)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        SupportFile file = requests.open(actor.with(Purpose.SUPPORT), new SupportRequestId(id))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        model.addAttribute("file", file);
        model.addAttribute("request", file.request());
        model.addAttribute("mine", actor.id().equals(file.request().takenBy()));
        model.addAttribute("outcomes", CallOutcome.values());
        model.addAttribute("reasons", ClosingReason.values());
        var atDesk = Stream.concat(
                file.messages().stream().flatMap(message -> Stream.ofNullable(message.byDesk())),
                file.calls().stream().map(SupportFile.Call::by));
        names(actor, Stream.concat(Stream.ofNullable(file.request().takenBy()), atDesk), model);
        return "support/request";
    }

    private void names(Actor actor, Stream<String> holders, Model model) {
        model.addAttribute("names", accounts.names(actor, holders.distinct().toList()));
    }

    @PostMapping("/support-desk/{id}/take")
    @Requires(Permission.SUPPORT_ANSWER)
    String take(Actor actor, @PathVariable UUID id) {
        requests.take(actor, new SupportRequestId(id));
        return ONE + id;
    }

    @PostMapping("/support-desk/{id}/take-over")
    @Requires(Permission.SUPPORT_ANSWER)
    String takeOver(Actor actor, @PathVariable UUID id, @RequestParam String from) {
        requests.takeOver(actor, new SupportRequestId(id), from);
        return ONE + id;
    }

    @PostMapping("/support-desk/{id}/give-back")
    @Requires(Permission.SUPPORT_ANSWER)
    String giveBack(Actor actor, @PathVariable UUID id) {
        requests.giveBack(actor, new SupportRequestId(id));
        return "redirect:/support-desk";
    }

    @PostMapping("/support-desk/{id}/answer")
    @Requires(Permission.SUPPORT_ANSWER)
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Instant shown) {
        requests.answer(actor.with(Purpose.SUPPORT), new SupportRequestId(id), Typed.message(text), shown);
        return ONE + id;
    }

    @PostMapping("/support-desk/{id}/call")
    @Requires(Permission.SUPPORT_ANSWER)
    String called(Actor actor, @PathVariable UUID id, @RequestParam CallOutcome outcome) {
        requests.called(actor, new SupportRequestId(id), outcome);
        return ONE + id;
    }

    @PostMapping("/support-desk/{id}/household")
    @Requires(Permission.SUPPORT_ANSWER)
    String household(Actor actor, @PathVariable UUID id, @RequestParam boolean notice) {
        requests.household(actor, new SupportRequestId(id), notice);
        return ONE + id;
    }

    @PostMapping("/support-desk/{id}/close")
    @Requires(Permission.SUPPORT_ANSWER)
    String close(Actor actor, @PathVariable UUID id, @RequestParam ClosingReason reason) {
        requests.close(actor, new SupportRequestId(id), reason);
        return "redirect:/support-desk";
    }
}
