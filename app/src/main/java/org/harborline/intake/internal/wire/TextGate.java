// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds encoded media in running text.
///
/// Every pattern has a group `value`, which is what goes. Repetitions are bounded or possessive, so no text takes more
/// than linear time.
final class TextGate {

    /// An address that holds its content, by its type of media or by its encoding. `data:a,b` alone is a parameter.
    private static final Pattern DATA_ADDRESS =
            folding("(?<![0-9a-z])(?<value>data:(?:[0-9a-z.+_-]{1,60}/[0-9a-z.+_-]{1,60}(?:;[0-9a-z=._-]{1,60}){0,8}"
                    + "|[0-9a-z.+/_-]{0,100}(?:;[0-9a-z=._-]{1,60}){0,8};base64),[^\\s\"'<>]*+)");

    private static final String ENCODED = "[0-9A-Za-z+/_-]";

    /// Lines of encoded text after the first one.
    private static final String MORE_LINES =
            "(?:\\r?\\n" + ENCODED + "{16,100}+)*+(?:\\r?\\n" + ENCODED + "{1,15}==?)?={0,2}";

    /// Base64 that begins as the usual picture, film and document formats do.
    private static final Pattern KNOWN_MEDIA =
            Pattern.compile("(?<![0-9A-Za-z+/])(?<value>(?:/9j/|iVBORw0KGgo|R0lGOD|UklGR"
                    + "|AAAA[A-Za-z0-9+/]{2,7}ZnR5c|GkXfo|T2dnUw|SUkqA|TU0AK|JVBERi0)"
                    + ENCODED + "{40,}+" + MORE_LINES + ")");

    /// A long run of base64 or hexadecimal that its own label calls media or a transfer encoding.
    private static final Pattern LABELLED_MEDIA =
            folding("(?<![0-9a-z])(?:(?:image|picture|photo|thumbnail|video|audio|media|attachment|file)["
                    + " _-]{0,2}(?:data|content|bytes)?[ (]{0,2}(?:base-?64|hex)?[) ]{0,2}[:=]|base-?64[:,=])[ \\t\\r"
                    + "\\n"
                    + "]{0,4}(?<value>" + ENCODED + "{60,}+" + MORE_LINES + ")");

    private static final String DATA = "data:";
    private static final int SHORTEST_MEDIA = 44;

    private TextGate() {}

    private static Pattern folding(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /// Text of any element, without encoded media that shows what it is.
    static String withoutMedia(String field, String text, Consumer<Dropped> drops) {
        String kept = text;
        if (containsFolded(text, DATA)) {
            kept = replace(DATA_ADDRESS, Dropped.Kind.DATA_ADDRESS, field, kept, drops);
        }
        if (kept.length() < SHORTEST_MEDIA) {
            return kept;
        }
        return replace(KNOWN_MEDIA, Dropped.Kind.ENCODED_MEDIA, field, kept, drops);
    }

    /// Free text, without what its own words call encoded media. In an address the same words are names of parameters.
    static String withoutLabelledMedia(String field, String text, Consumer<Dropped> drops) {
        return text.length() < SHORTEST_MEDIA
                ? text
                : replace(LABELLED_MEDIA, Dropped.Kind.ENCODED_MEDIA, field, text, drops);
    }

    private static boolean containsFolded(String text, String word) {
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static String replace(
            Pattern pattern, Dropped.Kind kind, String field, String text, Consumer<Dropped> drops) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        int from = 0;
        do {
            var dropped = new Dropped(field, kind, matcher.end("value") - matcher.start("value"));
            drops.accept(dropped);
            kept.append(text, from, matcher.start("value")).append(dropped.marker());
            from = matcher.end("value");
        } while (matcher.find());
        return kept.append(text, from, text.length()).toString();
    }
}
