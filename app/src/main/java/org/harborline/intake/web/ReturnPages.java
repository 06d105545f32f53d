// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.harborline.access.VisitorLimit;
import org.harborline.intake.Conversations;
import org.harborline.intake.Conversations.Outcome;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorProblem;
import org.harborline.intake.DoorQuestion;
import org.harborline.intake.DoorReceipt;
import org.harborline.intake.Doors;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Coming back with the words: where it stands, what staff wrote, writing to them, adding to it, closing it for ever.
/// What was reported is never shown again.
@Controller
class ReturnPages {

    static final int TRIES = 10;

    private static final Duration IN = Duration.ofMinutes(10);

    private final Conversations conversations;
    private final Doors doors;
    private final DoorView view;
    private final VisitorLimit crowd;

    ReturnPages(Conversations conversations, Doors doors, DoorView view, Clock clock) {
        this.conversations = conversations;
        this.doors = doors;
        this.view = view;
        this.crowd = new VisitorLimit(TRIES, IN, clock);
    }

    @GetMapping("/report/return")
    String ask(Actor actor, @RequestParam(required = false) @Nullable String country, Locale language, Model model) {
        view.numbers(actor, country, language, model);
        return "intake/door-return";
    }

    /// A slip is told at once, because the check word shows it. Words that are right in themselves are counted, whether
    /// they open anything or not, and after some of them nobody on that network learns anything for a while.
    @PostMapping("/report/return")
    String open(
            Actor actor,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Locale language,
            Model model) {
        view.numbers(actor, null, language, model);
        if (!conversations.wellFormed(actor, words)) {
            model.addAttribute("wrong", "intake.door.return.slip");
            return "intake/door-return";
        }
        if (!crowd.allows(request)) {
            model.addAttribute("wrong", "intake.door.return.slow");
            return "intake/door-return";
        }
        Optional<String> door = conversations.open(actor, words);
        if (door.isEmpty()) {
            model.addAttribute("wrong", "intake.door.return.none");
            return "intake/door-return";
        }
        return behind(actor, door.get(), null, language, model);
    }

    private String behind(Actor actor, String door, @Nullable String done, Locale language, Model model) {
        view.numbers(actor, null, language, model);
        model.addAttribute("behind", conversations.look(actor, door));
        model.addAttribute("done", done);
        return "intake/door-behind";
    }

    /// Danger is never refused: not for its length, not for having no words, and not because the door was
    /// closed or the page was left open for hours. What is no page of ours files nothing by itself, or any other
    /// site could let its visitors do so; it leads to where danger is said.
    @PostMapping("/report/door/write")
    String write(
            Actor actor,
            @RequestParam(defaultValue = "") String door,
            @RequestParam Map<String, String> form,
            Locale language,
            HttpServletResponse response,
            Model model) {
        String text = form.getOrDefault("text", "");
        boolean now = form.getOrDefault("danger", "").equals("yes");
        String refused = now ? null : refused(text);
        try {
            if (refused == null && conversations.write(actor, door, text, now) == Outcome.TOO_MANY_WAIT) {
                refused = "intake.door.behind.full";
            }
        } catch (ProblemException problem) {
            requireOfDoor(problem);
            return now
                    ? anew(actor, door, text, form.getOrDefault("entry", ""), language, model)
                    : unsent(text, response, model);
        }
        if (refused == null) {
            return taken(actor, door, now ? "intake.door.wrote-danger" : "intake.door.wrote", language, model);
        }
        return notTaken(actor, door, new NotTaken(text, refused), language, response, model);
    }

    /// A message is taken, whatever comes after: the door may close before the page behind it is made.
    private String taken(Actor actor, String door, String done, Locale language, Model model) {
        try {
            return behind(actor, door, done, language, model);
        } catch (ProblemException problem) {
            requireOfDoor(problem);
            model.addAttribute("done", done);
            return "intake/door-written";
        }
    }

    private record NotTaken(String text, String why) {}

    private String notTaken(
            Actor actor, String door, NotTaken message, Locale language, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("refused", message.why());
            model.addAttribute("text", message.text());
            return behind(actor, door, null, language, model);
        } catch (ProblemException problem) {
            requireOfDoor(problem);
            return unsent(message.text(), response, model);
        }
    }

    private static void requireOfDoor(ProblemException problem) {
        if (!(problem.type() instanceof DoorProblem)) {
            throw problem;
        }
    }

    private static @Nullable String refused(String text) {
        int length = DoorField.plain(text).length();
        if (length == 0) {
            return "intake.door.behind.empty";
        }
        return length > Conversations.LONGEST ? "intake.door.behind.long" : null;
    }

    /// Danger behind a door that does not open any more is a report of its own, with words of its own.
    private String anew(Actor actor, String door, String text, String entry, Locale language, Model model) {
        DoorEntry who = DoorEntry.find(entry).orElse(DoorEntry.ADULT);
        Optional<DoorDraft> instead =
                doors.beginInstead(actor, door, who, DoorView.kept(text), language.toLanguageTag());
        if (instead.isEmpty()) {
            return view.dangerWith(text, actor, who, language, model);
        }
        DoorDraft draft = instead.get();
        DoorReceipt receipt = doors.send(actor, draft);
        model.addAttribute("draft", draft);
        model.addAttribute("sealed", doors.seal(actor, draft));
        model.addAttribute("country", "");
        model.addAttribute("words", receipt.words());
        model.addAttribute("sentBefore", receipt.sentBefore());
        return "intake/door-receipt";
    }

    /// What was typed is not lost with the door.
    private static String unsent(String text, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("text", text);
        return "intake/door-unsent";
    }

    @PostMapping("/report/door/read")
    String read(Actor actor, @RequestParam String door, Locale language, Model model) {
        conversations.read(actor, door);
        return behind(actor, door, "intake.door.read", language, model);
    }

    /// Adds to what was reported, as a report of its own that is triaged as new.
    @PostMapping("/report/door/more")
    String more(Actor actor, @RequestParam String door, Locale language, Model model) {
        DoorDraft draft = doors.beginMore(actor, door, false);
        model.addAttribute("draft", draft);
        model.addAttribute("sealed", doors.seal(actor, draft));
        model.addAttribute("country", "");
        model.addAttribute("question", DoorQuestion.ABOUT);
        model.addAttribute("title", DoorView.textOf(DoorQuestion.ABOUT, draft.entry()));
        model.addAttribute("at", 1);
        model.addAttribute("of", DoorQuestion.asking(draft.answers()).size());
        model.addAttribute("allCountries", DoorView.allCountries(language));
        return "intake/door-question";
    }

    @PostMapping("/report/door/close")
    String close(
            Actor actor,
            @RequestParam String door,
            @RequestParam(required = false) @Nullable String sure,
            Locale language,
            Model model) {
        if (sure == null) {
            return behind(actor, door, "intake.door.close.unsure", language, model);
        }
        conversations.close(actor, door);
        return "intake/door-closed";
    }
}
