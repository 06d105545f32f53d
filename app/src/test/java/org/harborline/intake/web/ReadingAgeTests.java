// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whoever is eleven years old can read the public door: Flesch-Kincaid for English, Fernández-Huerta for Spanish.
class ReadingAgeTests {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int AGE = 11;
    /// Flesch-Kincaid counts school years, which begin at five.
    private static final int FIRST_GRADE_BEGINS = 5;
    /// "Fairly easy" and above is what eleven-year-olds read.
    private static final double FAIRLY_EASY = 70;
    /// A longer text must be easy by itself; a short one can be measured only with others.
    private static final int LONG = 20;

    private record Counted(double words, double sentences, double syllables) {

        double englishAge() {
            return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + FIRST_GRADE_BEGINS;
        }

        double spanishEase() {
            return 206.84 - 60 * syllables / words - 1.02 * words / sentences;
        }
    }

    private static List<String> texts(String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages", file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("intake.door."))
                .sorted()
                .map(key -> properties.getProperty(key).replaceAll("\\{\\d}", "9"))
                .toList();
    }

    private static Counted count(List<String> texts, boolean spanish) {
        double words = 0;
        double sentences = 0;
        double syllables = 0;
        for (String text : texts) {
            sentences += Math.max(
                    1, Pattern.compile("[.?!:](\\s|$)").matcher(text).results().count());
            for (var word : WORD.matcher(text).results().toList()) {
                words++;
                syllables += spanish ? spanish(word.group()) : english(word.group());
            }
        }
        return new Counted(words, sentences, syllables);
    }

    private static int english(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("(?:[^laeiouy]es|ed|[^laeiouy]e)$", "");
        return Math.max(
                1, (int) Pattern.compile("[aeiouy]+").matcher(lower).results().count());
    }

    /// A strong vowel is a syllable; a weak one only where it is accented or stands alone.
    private static int spanish(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[qg]u(?=[eiéí])", "g");
        return Math.max(1, (int) Pattern.compile("[iuüy]?[aeoáéó][iuy]?|[íú]|[iuü]+")
                .matcher(lower)
                .results()
                .count());
    }

    @Test
    void englishIsForElevenYearOlds() throws IOException {
        List<String> texts = texts("intake.properties");
        assertThat(texts).hasSizeGreaterThan(100);
        assertThat(count(texts, false).englishAge()).isLessThanOrEqualTo(AGE);
        var hard = new ArrayList<String>();
        texts.stream()
                .filter(text -> count(List.of(text), false).words() >= LONG)
                .filter(text -> count(List.of(text), false).englishAge() > AGE)
                .forEach(hard::add);
        assertThat(hard).isEmpty();
    }

    @Test
    void spanishIsForElevenYearOlds() throws IOException {
        List<String> texts = texts("intake_es.properties");
        assertThat(count(texts, true).spanishEase()).isGreaterThanOrEqualTo(FAIRLY_EASY);
        var hard = new ArrayList<String>();
        texts.stream()
                .filter(text -> count(List.of(text), true).words() >= LONG)
                .filter(text -> count(List.of(text), true).spanishEase() < FAIRLY_EASY)
                .forEach(hard::add);
        assertThat(hard).isEmpty();
    }

    @Test
    void aTextOfLawyersIsFoundHard() {
        var lawyers = List.of("Pursuant to statutory obligations, information concerning identifiable individuals"
                + " is communicated to competent authorities notwithstanding confidentiality.");
        assertThat(count(lawyers, false).englishAge()).isGreaterThan(18);
        var abogados = List.of("De conformidad con las obligaciones reglamentarias, la información concerniente a"
                + " personas identificables se comunicará a las autoridades competentes.");
        assertThat(count(abogados, true).spanishEase()).isLessThan(40);
    }
}
