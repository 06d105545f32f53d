// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;

/// Brings values as people write them into the form in which they are compared: Latin letters, no marks, small.
final class Values {

    private static final Transliterator PLAIN = Transliterator.getInstance(
            "Any-Latin; NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; [:^ASCII:] Remove; Lower");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Pattern IN_NAMES = Pattern.compile("['’`´]");
    private static final DoubleMetaphone SOUNDS = new DoubleMetaphone();

    private Values() {}

    /// The value to compare, or nothing when the text holds none.
    static Optional<Value> of(Kind kind, String raw) {
        String plain = plain(raw.strip());
        String text = switch (kind) {
            case GIVEN_NAME, SURNAME, FULL_NAME ->
                words(NO_LETTER, IN_NAMES.matcher(plain).replaceAll(""));
            case BIRTH_DATE -> BirthDates.digits(plain);
            case PHONE -> national(plain);
            case EMAIL -> plain.replace(" ", "");
            case HANDLE -> words(NO_LETTER_OR_DIGIT, plain).replace(" ", "");
            case HOUSE_NUMBER, POSTCODE, CODE, NUMBER ->
                words(NO_LETTER_OR_DIGIT, plain).replace(" ", "");
            case STREET, LOCALITY, REGION, CATEGORY, TEXT -> words(NO_LETTER_OR_DIGIT, plain);
        };
        return text.isEmpty() || isVoid(text) ? Optional.empty() : Optional.of(value(kind, text));
    }

    private static Value value(Kind kind, String text) {
        List<String> words = List.of(text.split(" "));
        List<String> sounds = switch (kind) {
            case GIVEN_NAME, SURNAME, FULL_NAME, STREET, LOCALITY, TEXT ->
                words.stream().map(Values::sound).toList();
            default -> List.of();
        };
        return Value.of(text, sounds);
    }

    private static String sound(String word) {
        String code = SOUNDS.doubleMetaphone(word);
        return code == null || code.isEmpty() ? word : code;
    }

    private static String plain(String raw) {
        boolean ascii = raw.chars().allMatch(c -> c < 128);
        String latin = ascii ? raw : transliterated(raw);
        return latin.toLowerCase(Locale.ROOT);
    }

    // shared, and not safe for use by several threads at once
    private static synchronized String transliterated(String raw) {
        return PLAIN.transliterate(raw);
    }

    private static String words(Pattern between, String text) {
        return between.matcher(text).replaceAll(" ").strip();
    }

    // what stands before the last nine digits is a country or a nought, written or not
    private static String national(String text) {
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        return digits.length() > 9 ? digits.substring(digits.length() - 9) : digits;
    }

    private static boolean isVoid(String text) {
        return VOID.contains(text);
    }

    private static final List<String> VOID =
            Arrays.asList("unknown", "none", "null", "nan", "na", "n a", "not known", "unbekannt");
}
