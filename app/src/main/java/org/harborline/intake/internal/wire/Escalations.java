// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.nio.charset.StandardCharsets;

/// Whether a document asks for high priority, even one that cannot be taken: its sender's duty contact must then hear
/// of the refusal.
final class Escalations {

    static final String ELEMENT = "escalateToHighPriority";

    private Escalations() {}

    /// For a document that could be read.
    static boolean escalated(WireElement root) {
        return root.descendants().anyMatch(element -> element.name().equals(ELEMENT));
    }

    /// For bytes that could not be read as XML. Sixteen-bit encodings are looked at without their zero bytes.
    static boolean looksEscalated(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return text.contains(ELEMENT) || text.replace("\0", "").contains(ELEMENT);
    }
}
