// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

/// What is wrong at one place of a document, in words its writer can act on. Names elements and limits, never values.
///
/// @param line from 1; 0 when the whole document is meant
/// @param column from 1
/// @param element the element concerned
/// @param sentence one sentence
public record Finding(int line, int column, String element, String sentence) {

    static Finding at(WireElement element, String sentence) {
        return new Finding(element.line(), element.column(), element.name(), sentence);
    }

    /// As shown to the sender.
    @Override
    public String toString() {
        return "[" + line + "," + column + "] - " + element + ": " + sentence;
    }
}
