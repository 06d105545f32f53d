// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the fingerprints of free text by the name of their algorithm, which stands before them or just behind. Shape
/// alone never decides, because account ids, transaction ids and content ids look the same and are evidence.
final class FingerprintGate {

    /// Names under which fingerprints of files are known. A value without one of these beside it is kept.
    private static final String ALGORITHM =
            "(?:md[ _-]?5|sha[ _-]?(?:1|224|256|384|512)|sha3-(?:224|256|384|512)|photo[ _-]?dna|pdna|v?-?pdq"
                    + "|tmk(?:\\+?pdqf?)?|video-?dna|neural-?hash|[apdw]-?hash|blake2[bs]?|blake3|crc-?32"
                    + "|ripemd-?160|whirlpool|ssdeep|tlsh)";

    private static final Pattern NAME = Pattern.compile("(?=[a-dmnprstvwA-DMNPRSTVW])(?i:" + ALGORITHM + ")"
            + "(?=(?i:s?(?![0-9a-z])|hash|sum|checksum|digest|fingerprint|value|hex|base64|(?:0x)?[0-9a-f]{16})"
            + "|[A-Z][a-z])");

    /// What stands before a name in one word, in small letters.
    private static final List<String> BEFORE =
            List.of("file", "image", "img", "photo", "picture", "video", "media", "content");

    /// Values whose name stands behind them.
    private static final List<Pattern> NAMED_AFTER = List.of(
            folding("(?<![0-9a-z])(?<value>[0-9a-f]{8,1024})[ \\t]{0,3}[(\\[][ \\t]?(?<name>" + ALGORITHM
                    + ")[ \\t]?[)\\]]"),
            folding("[\"'][a-z_]{0,20}(?:hash|value|digest|checksum|fingerprint|sum)[\"'][ \\t]{0,3}:[ \\t]{0,3}[\"']"
                    + "(?<value>[0-9a-f]{16,1024})[\"']\\s{0,20},\\s{0,40}"
                    + "[\"'](?:hash)?_?(?:type|algorithm|algo|alg|kind|method)[\"'][ \\t]{0,3}:[ \\t]{0,3}"
                    + "[\"'](?<name>" + ALGORITHM + ")[\"']"));

    private FingerprintGate() {}

    private static Pattern folding(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /// A part of a text, from its first character to behind its last.
    record Span(int start, int end) {

        int length() {
            return end - start;
        }
    }

    /// Free text without fingerprints. Their names stay: that a fingerprint was given may matter.
    static String without(String field, String text, Consumer<Dropped> drops) {
        List<Span> values = values(text);
        if (values.isEmpty()) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        int from = 0;
        for (Span value : values) {
            var dropped = new Dropped(field, Dropped.Kind.FINGERPRINT, value.length());
            drops.accept(dropped);
            kept.append(text, from, value.start()).append(dropped.marker());
            from = value.end();
        }
        return kept.append(text, from, text.length()).toString();
    }

    private static List<Span> values(String text) {
        List<Span> names = names(text);
        if (names.isEmpty()) {
            return List.of();
        }
        List<Span> found = new ArrayList<>();
        Set<Integer> used = namedAfter(text, found);
        var window = new FingerprintWindow(text);
        for (int i = 0; i < names.size(); i++) {
            if (!used.contains(names.get(i).start())) {
                int next = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
                window.collect(names.get(i).end(), next, found);
            }
        }
        return apart(found);
    }

    private static List<Span> names(String text) {
        List<Span> names = new ArrayList<>(0);
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (begins(text, matcher.start())) {
                names.add(new Span(matcher.start(), matcher.end()));
            }
        }
        return names;
    }

    /// A name begins a word, or stands inside one as `imageMd5` and `filemd5` write it.
    private static boolean begins(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean inWord = (before >= '0' && before <= '9')
                || (before >= 'a' && before <= 'z')
                || (before >= 'A' && before <= 'Z');
        return !inWord
                || (!Character.isUpperCase(before) && Character.isUpperCase(text.charAt(at)))
                || BEFORE.stream()
                        .anyMatch(word -> text.regionMatches(true, at - word.length(), word, 0, word.length()));
    }

    /// Adds the values whose name stands behind them.
    ///
    /// @return where those names begin; they say nothing about what follows them
    private static Set<Integer> namedAfter(String text, List<Span> found) {
        Set<Integer> used = new HashSet<>();
        for (Pattern pattern : NAMED_AFTER) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(new Span(matcher.start("value"), matcher.end("value")));
                used.add(matcher.start("name"));
            }
        }
        return used;
    }

    /// In the order of the text, without what overlaps.
    private static List<Span> apart(List<Span> found) {
        found.sort(Comparator.comparingInt(Span::start));
        List<Span> apart = new ArrayList<>(found.size());
        int end = 0;
        for (Span value : found) {
            if (value.start() >= end) {
                apart.add(value);
                end = value.end();
            }
        }
        return apart;
    }
}
