// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorQuestion;
import org.harborline.intake.DoorReceipt;
import org.harborline.intake.Doors;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ReceiptWords;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A call, written down on one screen: the questions of the public door with what to say beside them. One button alone
/// files it. Whatever else sends the form, the choice of a country or the enter key, shows it again with all that was
/// typed.
@Controller
class TelephonePages {

    private static final String FILE = "file";
    private static final List<String> DANGER = List.of("yes", "no", "unknown");

    private final Doors doors;
    private final DoorView view;

    TelephonePages(Doors doors, DoorView view) {
        this.doors = doors;
        this.view = view;
    }

    /// A language a caller may speak.
    record Tongue(String tag, String name) {}

    @Requires(Permission.WORKLIST_USE)
    @GetMapping("/telephone")
    String begin(Actor actor, @RequestParam(required = false) @Nullable String country, Locale language, Model model) {
        DoorDraft draft = doors.begin(actor, DoorEntry.ADULT, false, language.toLanguageTag());
        model.addAttribute("sealed", doors.seal(actor, draft));
        return screen(actor, draft, country, language, model);
    }

    private String screen(Actor actor, DoorDraft draft, @Nullable String country, Locale language, Model model) {
        view.numbers(actor, country, language, model);
        model.addAttribute("draft", draft);
        model.addAttribute("questions", DoorQuestion.values());
        model.addAttribute("entries", DoorEntry.values());
        model.addAttribute("dangers", DANGER);
        model.addAttribute("allCountries", DoorView.allCountries(language));
        model.addAttribute(
                "tongues",
                ReceiptWords.languages().stream()
                        .map(tag -> new Tongue(tag, name(tag, language)))
                        .toList());
        return "intake/telephone";
    }

    private static String name(String tag, Locale language) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(language);
    }

    /// @param draft what the call began with; what was typed since stands in the form beside it
    @Requires(Permission.WORKLIST_USE)
    @PostMapping("/telephone")
    String said(
            Actor actor,
            @RequestParam String draft,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(required = false) @Nullable String danger,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model) {
        Optional<DoorDraft> begun = begun(actor, draft);
        DoorDraft read = begun.orElseGet(() -> doors.begin(actor, DoorEntry.ADULT, false, language.toLanguageTag()));
        boolean fits = danger != null
                && DANGER.contains(danger)
                && List.of(DoorField.values()).stream().noneMatch(field -> field.refuses(form.get(field.key())));
        DoorDraft said =
                said(doors.inLanguage(actor, read, form.getOrDefault("caller-language", read.language())), form);
        if (go.equals(FILE) && fits && begun.isPresent()) {
            DoorReceipt receipt = doors.takeDown(actor, said);
            model.addAttribute("receipt", receipt);
            model.addAttribute("tongue", new Tongue(said.language(), name(said.language(), language)));
            return "intake/telephone-filed";
        }
        model.addAttribute("sealed", begun.isPresent() ? draft : doors.seal(actor, read));
        model.addAttribute("danger", danger);
        model.addAttribute("kept", begun.isEmpty() || !go.equals(FILE));
        model.addAttribute("stale", begun.isEmpty());
        model.addAttribute("refused", go.equals(FILE) && !fits);
        return screen(actor, said, form.get("country-here"), language, model);
    }

    /// Absent when the page stood open for too long: then the call goes on under another draft.
    private Optional<DoorDraft> begun(Actor actor, String draft) {
        try {
            return Optional.of(doors.read(actor, draft));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private static DoorDraft said(DoorDraft read, Map<String, String> form) {
        var answers = new EnumMap<DoorField, String>(DoorField.class);
        for (DoorField field : DoorField.values()) {
            answers.put(field, typed(field, form.get(field.key())));
        }
        return new DoorDraft(
                DoorEntry.find(form.getOrDefault("entry", "")).orElse(DoorEntry.ADULT),
                "yes".equals(form.get("danger")),
                read.words(),
                null,
                read.id(),
                read.language(),
                answers,
                read.begunAt());
    }

    /// As it was typed, also when it is no answer yet: whoever wrote it mends it.
    private static String typed(DoorField field, @Nullable String typed) {
        return field.isChoice() || field == DoorField.COUNTRY || typed == null
                ? field.clean(typed)
                : DoorField.plain(typed);
    }
}
