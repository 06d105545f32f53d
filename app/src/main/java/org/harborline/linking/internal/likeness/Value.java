// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// One value in the form in which it is compared: plain small letters and digits.
///
/// @param text words with one space between
/// @param joined the same without spaces
/// @param words the words, in order
/// @param sounds how the words sound, in order
/// @param letters a bit for each letter and digit that is in it, by which most values that differ are told apart
/// quickly
public record Value(String text, String joined, List<String> words, List<String> sounds, long letters) {

    public Value {
        words = List.copyOf(words);
        sounds = List.copyOf(sounds);
    }

    static Value of(String text) {
        return of(text, List.of());
    }

    static Value of(String text, List<String> sounds) {
        String joined = text.replace(" ", "");
        return new Value(text, joined, List.of(text.split(" ")), sounds, letters(joined));
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << (text.charAt(i) & 63);
        }
        return letters;
    }

    /// At most so many letters can have a partner in the other value.
    int commonLetters(Value other) {
        int here = joined.length() - Long.bitCount(letters & ~other.letters);
        int there = other.joined.length() - Long.bitCount(other.letters & ~letters);
        return Math.min(here, there);
    }

    boolean sameAs(Value other) {
        return text.equals(other.text);
    }

    @Override
    public String toString() {
        return "Value[" + "*".repeat(Math.min(3, text.length())) + "]";
    }
}
