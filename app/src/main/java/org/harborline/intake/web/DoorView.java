// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harborline.intake.Conversations;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorQuestion;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.intake.survivors.SurvivorDesk;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the pages of the public door have in common.
@Component
class DoorView {

    private final HelpLines lines;
    private final ObjectProvider<SurvivorDesk> desk;

    DoorView(HelpLines lines, ObjectProvider<SurvivorDesk> desk) {
        this.lines = lines;
        this.desk = desk;
    }

    /// A country to choose.
    record Country(String code, String name) {}

    /// Numbers for a country somebody chose. What is said beside them is true of what is there: `listening`
    /// says whether anybody but for emergencies is, `emergencyShown` whether the emergency number stands among
    /// them.
    void numbers(Actor actor, @Nullable String country, Locale language, Model model) {
        List<String> countries = lines.countries(actor);
        String known = country != null && countries.contains(country) ? country : "";
        model.addAttribute("countries", named(countries, language));
        model.addAttribute("country", known);
        List<HelpLine> shown = known.isEmpty() ? List.of() : lines.shown(actor, known);
        model.addAttribute("lines", shown);
        model.addAttribute("emergencyShown", shown.stream().anyMatch(DoorView::isEmergency));
        model.addAttribute("listening", shown.stream().anyMatch(line -> !isEmergency(line)));
    }

    /// The page that asks for danger, before anything else.
    String danger(Actor actor, DoorEntry entry, @Nullable String country, Locale language, Model model) {
        numbers(actor, country, language, model);
        model.addAttribute("entry", entry);
        if (entry == DoorEntry.SURVIVOR) {
            Optional<SurvivorDesk.Staffed> staffed =
                    Optional.ofNullable(desk.getIfAvailable()).flatMap(one -> one.staffed(language.toLanguageTag()));
            model.addAttribute("desk", staffed.orElse(null));
        }
        return "intake/door-danger";
    }

    /// The same for danger that was typed elsewhere and not sent. No form on it but the one that goes on with
    /// that: a choice of country would lose it.
    String dangerWith(String typed, Actor actor, DoorEntry entry, Locale language, Model model) {
        String page = danger(actor, entry, null, language, model);
        model.addAttribute("countries", List.of());
        model.addAttribute("typed", typed);
        return page;
    }

    /// What is kept of danger, which may be of any length.
    static String kept(String typed) {
        String plain = DoorField.plain(typed);
        return plain.substring(0, Math.min(Conversations.LONGEST_DANGER, plain.length()));
    }

    /// What to call in a country somebody chose.
    Optional<HelpLine> emergency(Actor actor, @Nullable String country) {
        return country == null || country.isEmpty()
                ? Optional.empty()
                : lines.shown(actor, country).stream()
                        .filter(DoorView::isEmergency)
                        .findFirst();
    }

    private static boolean isEmergency(HelpLine line) {
        return line.kind() == HelpLine.Kind.EMERGENCY;
    }

    static List<Country> allCountries(Locale language) {
        return named(List.of(Locale.getISOCountries()), language);
    }

    private static List<Country> named(List<String> codes, Locale language) {
        return codes.stream()
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Country::name))
                .toList();
    }

    /// The key of a question's text: children are spoken to in other words.
    static String textOf(DoorQuestion question, DoorEntry entry) {
        return "intake.door.q." + question.key() + (entry == DoorEntry.CHILD ? ".child" : "");
    }
}
