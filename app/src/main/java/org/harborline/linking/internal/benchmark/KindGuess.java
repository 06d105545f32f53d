// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.harborline.linking.internal.likeness.Kind;

/// Guesses what a column holds, from its name, or from its values where the name tells nothing.
final class KindGuess {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}");
    private static final double MOST = 0.8;
    private static final double FEW_VALUES = 0.02;
    private static final int FEW = 15;

    /// The first that is found in the name counts, words between underscores.
    private static final List<Map.Entry<Pattern, Kind>> BY_NAME = List.of(
            entry(words("e_?mail|mail|correo"), Kind.EMAIL),
            entry(words("phone|telephone|tel|mobile|cell|cellphone|fax|telefono|movil|phone_?number"), Kind.PHONE),
            entry(
                    words("dob|birth_?dates?|date_of_birth|bdate|birthday|born|fecha_de_nacimiento|nacimiento"),
                    Kind.BIRTH_DATE),
            entry(words("user_?name|handle|screen_name|nick|nickname|login|account|alias"), Kind.HANDLE),
            entry(
                    words("sex|gender|sexo|race|ethnicity|title|country|nationality|marital|source|dataset"),
                    Kind.CATEGORY),
            entry(words("street_num(ber)?|house_?num(ber)?|house_?no|street_?no|house|hnum|snum"), Kind.HOUSE_NUMBER),
            entry(words("post_?code|postal_?code|postal|zip|zip_?code|plz|pin_?code|codigo_postal"), Kind.POSTCODE),
            entry(words("suburb|city|town|locality|village|place|municipality|ciudad|localidad"), Kind.LOCALITY),
            entry(words("state|region|province|county|provincia"), Kind.REGION),
            entry(words("street|road|address|addr|street_?name|calle|direccion"), Kind.STREET),
            entry(
                    words("surname|sname|lname|last_?name|last|family_?name|family|apellidos?|second_name"),
                    Kind.SURNAME),
            entry(
                    words("given_?names?|given|gname|fname|first_?name|first|forenames?|middle_?name|middle|nombre"),
                    Kind.GIVEN_NAME),
            entry(words("full_?name|name|person|display_?name"), Kind.FULL_NAME),
            entry(words("age|year|income|weight|height|amount"), Kind.NUMBER),
            entry(words("ssn|soc_sec_id|id|passport|licen[cs]e|plate|number|code|nhs|nino|ref(erence)?"), Kind.CODE));

    private static final Predicate<String> MAILBOX = shape("\\S+@\\S+");
    private static final Predicate<String> DATE =
            shape("(18|19|20)\\d{2}[-/.]?\\d{1,2}[-/.]?\\d{1,2}([T ].*)?|\\d{1,2}[-/.]\\d{1,2}[-/.](18|19|20)\\d{2}");
    private static final Predicate<String> TELEPHONE = shape("\\+?[0-9][0-9 ()./-]{7,18}");
    private static final Predicate<String> DIGITS = shape("[0-9]+([.,][0-9]+)?");
    private static final Predicate<String> MARK = shape("(?=.*[0-9])[A-Za-z0-9._/-]+");

    private KindGuess() {}

    /// @param values those that are not empty
    static Kind of(String column, List<String> values) {
        return byName(column).map(kind -> checked(kind, values)).orElseGet(() -> byValues(values));
    }

    private static Optional<Kind> byName(String column) {
        String plain = ACCENT.matcher(Normalizer.normalize(column.strip(), Normalizer.Form.NFD))
                .replaceAll("");
        String words = "_" + BETWEEN_WORDS.matcher(plain).replaceAll("_").toLowerCase(Locale.ROOT) + "_";
        return BY_NAME.stream()
                .filter(name -> name.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    // a house may have a name, and a year of birth is no date
    private static Kind checked(Kind kind, List<String> values) {
        return switch (kind) {
            case BIRTH_DATE -> mostly(values, shape("\\d{1,4}")) ? Kind.NUMBER : kind;
            case HOUSE_NUMBER -> mostly(values, shape(".*[0-9].*")) ? kind : Kind.STREET;
            case NUMBER -> mostly(values, DIGITS) ? kind : byValues(values);
            default -> kind;
        };
    }

    private static Kind byValues(List<String> values) {
        if (mostly(values, MAILBOX)) {
            return Kind.EMAIL;
        }
        if (mostly(values, DATE)) {
            return Kind.BIRTH_DATE;
        }
        long different = values.stream().distinct().count();
        if (different <= FEW || different < FEW_VALUES * values.size()) {
            return Kind.CATEGORY;
        }
        if (mostly(values, TELEPHONE)) {
            return Kind.PHONE;
        }
        if (mostly(values, DIGITS)) {
            return Kind.NUMBER;
        }
        return mostly(values, MARK) ? Kind.CODE : Kind.TEXT;
    }

    private static boolean mostly(List<String> values, Predicate<String> shape) {
        return values.stream().filter(shape).count() >= MOST * Math.max(1, values.size());
    }

    private static Predicate<String> shape(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("_(?:" + alternatives + ")[0-9]*_");
    }
}
