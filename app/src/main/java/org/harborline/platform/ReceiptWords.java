// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// A secret as words that can be read, said aloud and remembered: seven words for 70 bits, and an eighth that checks
/// them, so that a slip of the pen is noticed before anybody believes that a door is closed to them.
public final class ReceiptWords {

    private static final int WORDS = 7;
    private static final int BITS = 10;
    private static final int LIST = 1 << BITS;
    private static final int LONGEST = 400;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final List<WordList> LISTS = List.of(WordList.of("en"), WordList.of("es"));

    private ReceiptWords() {}

    /// The words of a secret.
    ///
    /// @param secret of which the first 70 bits count
    /// @param language `es` for Spanish; English for any other
    public static String of(UUID secret, String language) {
        return said(places(secret), language);
    }

    /// The words of the same secret in another language.
    public static String of(Reading.Known known, String language) {
        return said(
                Arrays.stream(known.secret().split("-"))
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                language);
    }

    /// In which there are words.
    public static List<String> languages() {
        return LISTS.stream().map(WordList::language).toList();
    }

    private static String said(int[] places, String language) {
        WordList list = LISTS.stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElse(LISTS.getFirst());
        var words = new ArrayList<String>();
        for (int place : places) {
            words.add(list.words().get(place));
        }
        words.add(list.words().get(check(places)));
        return String.join(" ", words);
    }

    private static int[] places(UUID secret) {
        int[] places = new int[WORDS];
        for (int word = 0; word < WORDS; word++) {
            int place = 0;
            for (int bit = word * BITS; bit < (word + 1) * BITS; bit++) {
                place = place << 1 | bit(secret, bit);
            }
            places[word] = place;
        }
        return places;
    }

    private static int bit(UUID secret, int number) {
        long half = number < Long.SIZE ? secret.getMostSignificantBits() : secret.getLeastSignificantBits();
        return (int) (half >>> (Long.SIZE - 1 - number % Long.SIZE)) & 1;
    }

    /// Finds slips, not forgers: whoever does not know the words gains nothing by it.
    private static int check(int[] places) {
        var sum = new CRC32();
        for (int place : places) {
            sum.update(place >>> 8);
            sum.update(place & 0xff);
        }
        return (int) (sum.getValue() & LIST - 1);
    }

    /// What was typed, in whatever case, with whatever between the words.
    public static Reading read(String typed) {
        if (typed.length() > LONGEST) {
            return new Reading.Miscounted(0);
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = BETWEEN.splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() != WORDS + 1) {
            return new Reading.Miscounted(words.size());
        }
        return LISTS.stream()
                .map(list -> read(words, list))
                .max(Comparator.comparingInt(ReceiptWords::rank))
                .orElseThrow();
    }

    private static Reading read(List<String> words, WordList list) {
        int[] places = new int[WORDS];
        for (int word = 0; word <= WORDS; word++) {
            Integer place = list.places().get(words.get(word));
            if (place == null) {
                return new Reading.Unknown(word + 1);
            }
            if (word < WORDS) {
                places[word] = place;
            } else if (place != check(places)) {
                return new Reading.Mistyped();
            }
        }
        return new Reading.Known(String.join(
                "-", IntStream.of(places).mapToObj(Integer::toString).toList()));
    }

    /// How far a language came with the words.
    private static int rank(Reading reading) {
        return switch (reading) {
            case Reading.Known _ -> WORDS + 3;
            case Reading.Mistyped _ -> WORDS + 2;
            case Reading.Unknown unknown -> unknown.word();
            case Reading.Miscounted _ -> 0;
        };
    }

    /// What came of reading words.
    public sealed interface Reading {

        /// They belong together. Whether they open anything is another question.
        ///
        /// @param secret the same for the same secret in every language
        record Known(String secret) implements Reading {

            @Override
            public String toString() {
                return "Known";
            }
        }

        /// One is in no list.
        ///
        /// @param word which, from 1
        record Unknown(int word) implements Reading {}

        /// All are known, but the last one says that another is wrong or in another place.
        record Mistyped() implements Reading {}

        /// There are eight.
        ///
        /// @param words how many there were
        record Miscounted(int words) implements Reading {}
    }

    /// Words of one language, in an order that never changes.
    private record WordList(String language, List<String> words, Map<String, Integer> places) {

        static WordList of(String language) {
            try (var stream = ReceiptWords.class.getResourceAsStream("/platform/receipt-words-" + language + "-1.txt");
                    var lines = new BufferedReader(
                            new InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
                List<String> words = lines.lines().toList();
                if (words.size() != LIST) {
                    throw new IllegalStateException("a list of receipt words is not whole");
                }
                var places = new HashMap<String, Integer>();
                for (int place = 0; place < LIST; place++) {
                    places.put(words.get(place), place);
                }
                return new WordList(language, words, places);
            } catch (IOException missing) {
                throw new IllegalStateException("the receipt words are missing from the program", missing);
            }
        }
    }
}
