// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.Optional;

/// Reads values whose form the schema has already checked.
final class WireValues {

    private WireValues() {}

    static boolean truth(String text) {
        String value = text.strip();
        return value.equals("true") || value.equals("1");
    }

    /// A flag or boolean child: absent is not false.
    static Optional<Boolean> stated(WireElement parent, String child) {
        return parent.child(child).map(WireElement::text).map(WireValues::truth);
    }

    /// A flag that says true by standing there.
    static boolean flagged(WireElement parent, String child) {
        return parent.child(child)
                .map(flag -> flag.text().isEmpty() || truth(flag.text()))
                .orElse(false);
    }

    /// A double in the notation of XML, whose infinities Java writes differently.
    static double number(String text) {
        return switch (text) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
