// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.harborline.access.VisitorLimit;
import org.harborline.intake.Conversations;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorQuestion;
import org.harborline.intake.Doors;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
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

    @PostMapping("/report/door/write")
    String write(
            Actor actor,
            @RequestParam String door,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "no") String danger,
            Locale language,
            Model model) {
        boolean now = danger.equals("yes");
        int length = DoorField.plain(text).length();
        if (length == 0 || (!now && length > Conversations.LONGEST)) {
            model.addAttribute("refused", length == 0 ? "intake.door.behind.empty" : "intake.door.behind.long");
            model.addAttribute("text", text);
            return behind(actor, door, null, language, model);
        }
        conversations.write(actor, door, text, now);
        return behind(actor, door, now ? "intake.door.wrote-danger" : "intake.door.wrote", language, model);
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
