// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.harborline.access.VisitorLimit;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorQuestion;
import org.harborline.intake.DoorReceipt;
import org.harborline.intake.Doors;
import org.harborline.intake.HelpLine;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The public door: four entries, danger first, one question a page, check, send, words. What was answered travels
/// sealed in the form; there is no cookie, no session and no draft on either side.
@Controller
class DoorPages {

    /// More than people send from one network. What people are paged for is never counted.
    static final int REPORTS = 20;

    private static final Duration IN = Duration.ofMinutes(10);
    private static final String NEUTRAL = "https://www.wikipedia.org/";

    private final Doors doors;
    private final DoorView view;
    private final VisitorLimit crowd;

    DoorPages(Doors doors, DoorView view, Clock clock) {
        this.doors = doors;
        this.view = view;
        this.crowd = new VisitorLimit(REPORTS, IN, clock);
    }

    @GetMapping("/report")
    String start(Actor actor, @RequestParam(required = false) @Nullable String country, Locale language, Model model) {
        view.numbers(actor, country, language, model);
        model.addAttribute("entries", DoorEntry.values());
        return "intake/door-start";
    }

    /// Leaves without a trace as far as a server can.
    @GetMapping("/report/leave")
    ResponseEntity<Void> leave() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, NEUTRAL)
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    @GetMapping("/report/{entry}")
    String danger(
            Actor actor,
            @PathVariable String entry,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            Model model) {
        return view.danger(actor, entry(entry), country, language, model);
    }

    private static DoorEntry entry(String path) {
        return DoorEntry.find(path).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    /// @param tell what was typed into a page that led here; whoever brings that is asked nothing else
    @PostMapping("/report/{entry}")
    String begin(
            Actor actor,
            @PathVariable String entry,
            @RequestParam(required = false) @Nullable String danger,
            @RequestParam(required = false) @Nullable String tell,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            Model model) {
        if (danger == null) {
            model.addAttribute("missing", true);
            return tell == null
                    ? view.danger(actor, entry(entry), country, language, model)
                    : view.dangerWith(tell, actor, entry(entry), language, model);
        }
        DoorDraft draft = doors.begin(actor, entry(entry), danger.equals("yes"), language.toLanguageTag());
        return tell == null
                ? question(actor, draft, DoorQuestion.ABOUT, country, language, model)
                : check(actor, draft.with(Map.of(DoorField.TELL, DoorView.kept(tell))), country, model);
    }

    /// Takes the answers of one page and shows the next.
    ///
    /// @param go next, back, check, stay, or the name of a question to change
    @PostMapping("/report/next")
    String next(
            Actor actor,
            @RequestParam String draft,
            @RequestParam(required = false) @Nullable String question,
            @RequestParam(defaultValue = "next") String go,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model) {
        DoorDraft read = doors.read(actor, draft);
        @Nullable String country = form.get("country-here");
        Optional<DoorQuestion> asked = Optional.ofNullable(question).flatMap(DoorQuestion::find);
        if (asked.isEmpty()) {
            return DoorQuestion.find(go)
                    .map(other -> question(actor, read, other, country, language, model))
                    .orElseGet(() -> check(actor, read, country, model));
        }
        DoorDraft answered = read.with(answers(asked.get(), form));
        List<DoorField> refused = asked.get().fields().stream()
                .filter(field -> field.refuses(form.get(field.key())))
                .toList();
        if (!go.equals("back") && !refused.isEmpty()) {
            model.addAttribute("refused", refused);
            model.addAttribute("form", form);
            return question(actor, answered, asked.get(), country, language, model);
        }
        return after(actor, answered, asked.get(), go, country, language, model);
    }

    private String after(
            Actor actor,
            DoorDraft draft,
            DoorQuestion asked,
            String go,
            @Nullable String country,
            Locale language,
            Model model) {
        DoorQuestion other = switch (go) {
            case "back" -> asked.previous(draft.answers());
            case "stay" -> asked;
            case "check" -> null;
            default -> asked.next(draft.answers());
        };
        if (other != null) {
            return question(actor, draft, other, country, language, model);
        }
        return go.equals("back")
                ? question(actor, draft, asked, country, language, model)
                : check(actor, draft, country, model);
    }

    private static Map<DoorField, String> answers(DoorQuestion question, Map<String, String> form) {
        var answers = new EnumMap<DoorField, String>(DoorField.class);
        question.fields().stream()
                .filter(field -> !field.refuses(form.get(field.key())))
                .forEach(field -> answers.put(field, field.clean(form.get(field.key()))));
        return answers;
    }

    private String question(
            Actor actor,
            DoorDraft draft,
            DoorQuestion question,
            @Nullable String country,
            Locale language,
            Model model) {
        common(actor, draft, country, model);
        model.addAttribute("question", question);
        model.addAttribute("title", DoorView.textOf(question, draft.entry()));
        List<DoorQuestion> all = DoorQuestion.asking(draft.answers());
        model.addAttribute("at", all.indexOf(question) + 1);
        model.addAttribute("of", all.size());
        model.addAttribute("allCountries", question == DoorQuestion.WHO ? DoorView.allCountries(language) : List.of());
        return "intake/door-question";
    }

    private String check(Actor actor, DoorDraft draft, @Nullable String country, Model model) {
        common(actor, draft, country, model);
        model.addAttribute("questions", DoorQuestion.asking(draft.answers()));
        return "intake/door-check";
    }

    private void common(Actor actor, DoorDraft draft, @Nullable String country, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("sealed", doors.seal(actor, draft));
        model.addAttribute("country", country == null ? "" : country);
        model.addAttribute(
                "emergency",
                view.emergency(actor, country).map(HelpLine::number).orElse(null));
    }

    /// What people are paged for is never slowed.
    @PostMapping("/report/send")
    String send(
            Actor actor,
            @RequestParam String draft,
            @RequestParam(name = "country-here", required = false) @Nullable String country,
            HttpServletRequest request,
            Model model) {
        DoorDraft read = doors.read(actor, draft);
        if (!read.asAsked().urgent() && !crowd.allows(request)) {
            model.addAttribute("slow", true);
            return check(actor, read, country, model);
        }
        DoorReceipt receipt = doors.send(actor, read);
        common(actor, read, country, model);
        model.addAttribute("words", receipt.words());
        model.addAttribute("sentBefore", receipt.sentBefore());
        return "intake/door-receipt";
    }

    /// The words once more: whoever wrote them down shows it.
    @PostMapping("/report/words")
    String words(
            Actor actor,
            @RequestParam String draft,
            @RequestParam(required = false) @Nullable String words,
            Model model) {
        DoorDraft read = doors.read(actor, draft);
        common(actor, read, null, model);
        model.addAttribute("words", read.words());
        model.addAttribute("typed", words);
        model.addAttribute("right", words != null && doors.sameWords(actor, read, words));
        return "intake/door-words";
    }
}
