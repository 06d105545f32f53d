// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a document asks for high priority, even one that cannot be taken: its sender's duty contact must then hear
/// of the refusal.
final class Escalations {

    static final String ELEMENT = "escalateToHighPriority";

    /// What a name holds that may be meant as one: misspelt, or of another schema.
    private static final List<String> LIKE = List.of("escalat", "highpriority", "urgent", "emergency");

    /// What may be the name of an element or of a member.
    private static final Pattern NAMES = Pattern.compile("<([\\w.:-]{1,80}+)|\"([\\w.:-]{1,80}+)\"\\s*+:");

    /// Many times as many as there are: what has more is nothing that could be filed.
    private static final int MOST_NAMES = 1_000;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final Pattern REPORT = Pattern.compile("<reportId[^>]{0,100}>\\s*+([0-9]{1,18})");

    private static final NearestName NEAREST = new NearestName(Set.of(ELEMENT));

    private Escalations() {}

    /// For a document that could be read.
    static boolean escalated(WireElement root) {
        return root.descendants().anyMatch(element -> isLike(element.name()));
    }

    /// Whether an element of that name may be meant as one.
    static boolean isLike(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
        return LIKE.stream().anyMatch(folded::contains)
                || NEAREST.to(name).filter(ELEMENT::equals).isPresent();
    }

    /// For bytes that could not be read as XML. Sixteen-bit encodings are looked at without their zero bytes.
    static boolean looksEscalated(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return text.contains(ELEMENT) || text.replace("\0", "").contains(ELEMENT);
    }

    /// For bytes that nobody has read: whether any name in them may be meant as one, in XML or JSON, however the JSON
    /// is escaped.
    static boolean mayBeMeant(byte[] document) {
        String text = plain(document);
        String unescaped = ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return text.contains(ELEMENT)
                || NAMES.matcher(unescaped)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .distinct()
                        .limit(MOST_NAMES)
                        .anyMatch(Escalations::isLike);
    }

    /// The report that a document about an item names.
    static OptionalLong reportNamed(byte[] document) {
        return REPORT.matcher(plain(document))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    private static String plain(byte[] document) {
        return new String(document, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
