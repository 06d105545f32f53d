// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.harborline.access.VisitorLimit;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ReceiptWords;
import org.harborline.platform.outbound.Mail;
import org.harborline.support.ContactWay;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportConversation;
import org.harborline.support.SupportProblem;
import org.harborline.support.SupportRequests;
import org.harborline.support.SupportTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The door for survivors and families. No account, no cookie of ours but the form's own, nothing in an address
/// but the country whose numbers somebody wants to see.
@Controller
class SupportPages {

    private static final String RETURN = "support/return";

    private final SupportRequests requests;
    private final NumbersView numbers;
    private final Mail mail;
    private final Clock clock;
    private final VisitorLimit asking;
    private final VisitorLimit entering;

    SupportPages(SupportRequests requests, NumbersView numbers, Mail mail, Clock clock) {
        this.requests = requests;
        this.numbers = numbers;
        this.mail = mail;
        this.clock = clock;
        // a shelter has one network: these stop machines, not people
        this.asking = new VisitorLimit(30, Duration.ofHours(1), clock);
        this.entering = new VisitorLimit(60, Duration.ofMinutes(10), clock);
    }

    @GetMapping("/support")
    String door(Actor actor, @RequestParam(required = false) @Nullable String country, Locale language, Model model) {
        DeskHours hours = requests.hours(actor);
        numbers.show(actor, country, language, model);
        model.addAttribute("hours", hours);
        model.addAttribute("open", hours.isOpen(clock.instant()));
        model.addAttribute("next", hours.nextOpening(clock.instant()).orElse(null));
        return "support/door";
    }

    @GetMapping("/support/ask")
    String form(Actor actor, Model model) {
        if (!requests.hours(actor).isStaffed()) {
            return "redirect:/support";
        }
        model.addAttribute("form", AskForm.empty());
        return ask(model);
    }

    private String ask(Model model) {
        model.addAttribute("topics", SupportTopic.values());
        model.addAttribute(
                "ways",
                Arrays.stream(ContactWay.values()).filter(this::isOffered).toList());
        return "support/ask";
    }

    /// No mail is promised where none is sent.
    private boolean isOffered(ContactWay way) {
        return way != ContactWay.MAIL || mail.isSet();
    }

    @PostMapping("/support/ask")
    String ask(
            Actor actor,
            @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limit(asking, request);
        form.check(errors);
        if (form.way() != null && !isOffered(form.way())) {
            errors.rejectValue("way", "support.ask.way.missing");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return ask(model);
        }
        model.addAttribute("asked", requests.ask(actor, form.command(language.getLanguage())));
        return "support/asked";
    }

    @GetMapping("/support/return")
    String words() {
        return RETURN;
    }

    @PostMapping("/support/return")
    String enter(
            Actor actor,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limit(entering, request);
        return shown(actor, words, response, model);
    }

    private String shown(Actor actor, String words, HttpServletResponse response, Model model) {
        Optional<SupportConversation> conversation = requests.enter(actor, words);
        if (conversation.isEmpty()) {
            return refused(words, response, model);
        }
        model.addAttribute("words", words);
        model.addAttribute("conversation", conversation.get());
        return "support/conversation";
    }

    /// Says which word is wrong, which helps only whoever has the others.
    private static String refused(String words, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("typed", words);
        switch (ReceiptWords.read(words)) {
            case ReceiptWords.Reading.Known _ -> model.addAttribute("wrong", "support.return.nothing");
            case ReceiptWords.Reading.Mistyped _ -> model.addAttribute("wrong", "support.return.mistyped");
            case ReceiptWords.Reading.Unknown unknown -> {
                model.addAttribute("wrong", "support.return.unknown");
                model.addAttribute("which", unknown.word());
            }
            case ReceiptWords.Reading.Miscounted miscounted -> {
                model.addAttribute("wrong", "support.return.miscounted");
                model.addAttribute("which", miscounted.words());
            }
        }
        return RETURN;
    }

    @PostMapping("/support/return/message")
    String write(
            Actor actor,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limit(entering, request);
        String said = Typed.lines(text);
        if (said.isEmpty() || said.length() > Typed.MESSAGE) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("unsent", text);
        } else {
            model.addAttribute("sent", requests.write(actor, words, said));
        }
        return shown(actor, words, response, model);
    }

    @PostMapping("/support/return/close")
    String close(
            Actor actor,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limit(entering, request);
        return requests.closeDoor(actor, words) ? "support/closed" : refused(words, response, model);
    }

    private static void limit(VisitorLimit limit, HttpServletRequest request) {
        if (!limit.allows(request)) {
            throw new ProblemException(SupportProblem.SLOW_DOWN);
        }
    }
}
