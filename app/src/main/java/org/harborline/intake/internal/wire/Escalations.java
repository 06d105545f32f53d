// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a document asks for high priority, even one that cannot be taken: its sender's duty contact must then hear
/// of the refusal.
final class Escalations {

    static final String ELEMENT = "escalateToHighPriority";

    /// What a name holds that may be meant as one: misspelt, or of another schema.
    private static final List<String> LIKE = List.of("escalat", "highpriority", "urgent", "emergency");

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
}
