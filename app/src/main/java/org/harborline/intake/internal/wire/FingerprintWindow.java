// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What follows the name of one algorithm: punctuation, a few words and the values it names, up to the next name. Every
/// step goes forward and a gap is bounded, so a text takes linear time.
///
/// The word nearest to a value decides whose it is: behind `account` or `"userId":` it is no fingerprint.
final class FingerprintWindow {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_GAP = 200;

    private static final Pattern HEX = folding("(?:0x)?[0-9a-f]{8,}+(?![0-9a-z])");
    private static final Pattern SPACED_HEX = folding("[0-9a-f]{2}(?:[: -][0-9a-f]{2}){7,255}(?![0-9a-z])");
    private static final Pattern BASE_64 =
            folding("(?![0-9]{4}-[0-9]{2}-[0-9]{2})(?=[a-z+/_-]{0,40}[0-9])[0-9a-z+/_:-]{22,4096}={0,2}");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]++(?:\\.[\\p{L}\\p{N}_]++)*+");
    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_.]*\\.[A-Za-z][A-Za-z0-9]{1,4}");
    private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,4}[.)]");
    private static final Pattern ASIDE = Pattern.compile("\\([^()\\r\\n]{1,200}\\)");
    private static final Pattern HEX_IN = folding("[0-9a-f]{16}");
    /// Between a label and its value.
    private static final Pattern LABELS = Pattern.compile("[\"'*\\s]{0,4}(?:[:=>|]|->)");

    private static final Pattern PARTS = Pattern.compile("_|(?<=[a-z0-9])(?=[A-Z])");
    /// Words that say nothing themselves.
    private static final Set<String> LINKING =
            Set.of("s is are was were of the this these and or for es de del el la y o".split(" "));
    /// Words that speak of the fingerprint or its file.
    private static final Set<String> SUBJECT = Set.of(
            ("hash hashes sum sums checksum checksums digest digests fingerprint fingerprints value values hex base64"
                            + " file files item items image images picture pictures photo photos video videos"
                            + " archivo archivos imagen suma valor valores")
                    .split(" "));
    /// Words that name something else when a value follows them.
    private static final Set<String> ELSEWHERE = Set.of(
            ("id ids userid accountid uuid guid identifier account accounts acct user users username member customer"
                            + " profile session transaction transactions tx txid txn wallet address order reference ref token"
                            + " device imei mac ip phone number report case ticket message post link url payment invoice by from"
                            + " to cuenta usuario sesión transacción dispositivo referencia por")
                    .split(" "));

    private final String text;
    private final Matcher hex;
    private final Matcher spacedHex;
    private final Matcher base64;
    private final Matcher word;
    private final Matcher ordinal;
    private final Matcher aside;
    private final Matcher label;

    private int limit;
    private int at;
    /// Where the present gap began.
    private int gap;
    /// Words in the gap that are neither linking nor subject.
    private int words;
    private int shortest;
    /// Only punctuation, linking words and subjects stand between.
    private boolean beside;
    /// A sign that begins another statement stood between.
    private boolean parted;
    /// The nearest word names something else.
    private boolean elsewhere;
    private boolean lineEnded;
    /// The values may be written in base64.
    private boolean encoded;

    FingerprintWindow(String text) {
        this.text = text;
        this.hex = on(HEX);
        this.spacedHex = on(SPACED_HEX);
        this.base64 = on(BASE_64);
        this.word = on(WORD);
        this.ordinal = on(ORDINAL);
        this.aside = on(ASIDE);
        this.label = on(LABELS);
    }

    private Matcher on(Pattern pattern) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private static Pattern folding(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /// Adds every value that a name stands for.
    ///
    /// @param start behind the name
    /// @param next where the next name begins
    void collect(int start, int next, List<FingerprintGate.Span> found) {
        limit = next;
        at = start;
        gap = start;
        words = 0;
        shortest = 8;
        beside = true;
        parted = false;
        elsewhere = false;
        lineEnded = false;
        encoded = true;
        while (at < limit && at - gap <= LONGEST_GAP) {
            int end = value();
            if (end > at) {
                if (elsewhere) {
                    return;
                }
                found.add(new FingerprintGate.Span(at, end));
                taken(end);
            } else if (!passes()) {
                return;
            }
        }
    }

    /// Where a value ends that begins here; here when none does. Far from the name it has to look more like one.
    private int value() {
        char first = text.charAt(at);
        if (!isWordCharacter(first) && first != '+' && first != '/') {
            return at;
        }
        int digits = Character.digit(first, 16) >= 0 ? digits() : at;
        if (digits > at) {
            return digits;
        }
        return beside && encoded ? end(base64) : at;
    }

    /// The same for a value in hexadecimal.
    private int digits() {
        // one letter alone is a word
        if (at + 1 == text.length() || text.charAt(at + 1) <= ' ') {
            return at;
        }
        int plain = end(hex);
        if (plain - at >= shortest && (beside || isFingerprint(plain))) {
            return plain;
        }
        int spaced = end(spacedHex);
        return spaced - at >= (beside ? 23 : 47) ? spaced : at;
    }

    /// Long, and not a decimal number as accounts and channels have.
    private boolean isFingerprint(int end) {
        return end - at >= 32
                || (end - at >= 16 && text.substring(at, end).chars().anyMatch(Character::isLetter));
    }

    private int end(Matcher matcher) {
        return end(matcher, text.length());
    }

    /// Where a match ends that begins here; here when none does.
    private int end(Matcher matcher, int most) {
        return matcher.region(at, most).lookingAt() ? matcher.end() : at;
    }

    /// Others may follow in a list, of the same form.
    private void taken(int end) {
        boolean plain = end(hex) == end || end(spacedHex) == end;
        shortest = Math.min(16, end - at);
        encoded = encoded && !plain;
        at = end;
        gap = end;
        words = 0;
        beside = true;
        parted = true;
        lineEnded = false;
    }

    /// Steps over a word or a sign.
    ///
    /// @return whether a value may still follow
    private boolean passes() {
        char sign = text.charAt(at);
        if (isWordCharacter(sign)) {
            return passesWord();
        }
        return switch (sign) {
            case '(' -> passesAside();
            case '\n', '\r' -> passesLineEnd();
            case '.', '!', '?' -> !endsSentence() && stepped();
            default -> {
                parted |= ",;<{}".indexOf(sign) >= 0;
                yield stepped();
            }
        };
    }

    /// What stands in brackets is not counted, unless it is a value.
    private boolean passesAside() {
        int end = end(aside, limit);
        boolean holdsValue = end > at && HEX_IN.matcher(text).region(at, end).find();
        at = end > at && !holdsValue ? end : at + 1;
        return true;
    }

    private boolean passesLineEnd() {
        lineEnded = true;
        return (words == 0 || ":=([{,>|-".indexOf(before()) >= 0) && stepped();
    }

    private boolean endsSentence() {
        return at + 1 < limit && Character.isWhitespace(text.charAt(at + 1));
    }

    private boolean stepped() {
        at++;
        return true;
    }

    /// The last sign before here that is not white space.
    private char before() {
        int last = at - 1;
        while (last > gap && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return text.charAt(last);
    }

    private boolean passesWord() {
        int number = end(ordinal, limit);
        if (number > at) {
            at = number;
            return true;
        }
        int end = Math.max(at + 1, end(word, limit));
        String found = text.substring(at, end);
        String folded = found.toLowerCase(Locale.ROOT);
        at = end;
        if (LINKING.contains(folded)) {
            return true;
        }
        if (SUBJECT.contains(folded) || FILE.matcher(found).matches()) {
            elsewhere = false;
            return true;
        }
        words++;
        beside = false;
        elsewhere = isElsewhere(found, folded) || (parted && end(label, limit) > at);
        return words <= MOST_WORDS && !lineEnded;
    }

    private static boolean isElsewhere(String found, String folded) {
        if (ELSEWHERE.contains(folded)) {
            return true;
        }
        List<String> parts = PARTS.splitAsStream(found).toList();
        return parts.size() > 1 && ELSEWHERE.contains(parts.getLast().toLowerCase(Locale.ROOT));
    }

    private static boolean isWordCharacter(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_';
    }
}
