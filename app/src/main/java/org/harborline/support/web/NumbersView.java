// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.harborline.intake.survivors.NumbersToCall;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Numbers of a country that somebody chose, for the door of the support desk.
@Component
class NumbersView {

    private final NumbersToCall numbers;

    NumbersView(NumbersToCall numbers) {
        this.numbers = numbers;
    }

    /// A country to choose.
    record Country(String code, String name) {}

    /// What is said beside them is true of what is there: `listening` says whether anybody but for emergencies is.
    void show(Actor actor, @Nullable String country, Locale language, Model model) {
        List<String> countries = numbers.countries(actor);
        String known = country != null && countries.contains(country) ? country : "";
        List<NumbersToCall.Line> lines = known.isEmpty() ? List.of() : numbers.in(actor, known);
        model.addAttribute("countries", named(countries, language));
        model.addAttribute("country", known);
        model.addAttribute("lines", lines);
        model.addAttribute("listening", lines.stream().anyMatch(line -> !line.isEmergency()));
    }

    private static List<Country> named(List<String> codes, Locale language) {
        return codes.stream()
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Country::name))
                .toList();
    }
}
