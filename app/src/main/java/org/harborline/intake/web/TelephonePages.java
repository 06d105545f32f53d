// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorQuestion;
import org.harborline.intake.DoorReceipt;
import org.harborline.intake.Doors;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A call, written down on one screen: the questions of the public door with what to say beside them.
@Controller
class TelephonePages {

    private final Doors doors;
    private final DoorView view;

    TelephonePages(Doors doors, DoorView view) {
        this.doors = doors;
        this.view = view;
    }

    @Requires(Permission.WORKLIST_USE)
    @GetMapping("/telephone")
    String begin(Actor actor, @RequestParam(required = false) @Nullable String country, Locale language, Model model) {
        DoorDraft draft = doors.begin(actor, DoorEntry.ADULT, false, language.toLanguageTag());
        return screen(actor, draft, country, language, model);
    }

    private String screen(Actor actor, DoorDraft draft, @Nullable String country, Locale language, Model model) {
        view.numbers(actor, country, language, model);
        model.addAttribute("draft", draft);
        model.addAttribute("sealed", doors.seal(actor, draft));
        model.addAttribute("questions", DoorQuestion.values());
        model.addAttribute("entries", DoorEntry.values());
        model.addAttribute("allCountries", DoorView.allCountries(language));
        return "intake/telephone";
    }

    @Requires(Permission.WORKLIST_USE)
    @PostMapping("/telephone")
    String file(
            Actor actor,
            @RequestParam String draft,
            @RequestParam(defaultValue = "adult") String entry,
            @RequestParam(required = false) @Nullable String danger,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model) {
        DoorDraft read = doors.read(actor, draft);
        var answers = new EnumMap<DoorField, String>(DoorField.class);
        boolean refused = false;
        for (DoorField field : DoorField.values()) {
            refused |= field.refuses(form.get(field.key()));
            answers.put(field, field.clean(form.get(field.key())));
        }
        DoorDraft said = new DoorDraft(
                DoorEntry.find(entry).orElse(DoorEntry.ADULT),
                "yes".equals(danger),
                read.words(),
                null,
                read.id(),
                read.language(),
                answers,
                read.begunAt());
        if (danger == null || refused) {
            model.addAttribute("refused", true);
            return screen(actor, said, null, language, model);
        }
        DoorReceipt receipt = doors.takeDown(actor, said);
        model.addAttribute("receipt", receipt);
        return "intake/telephone-filed";
    }
}
