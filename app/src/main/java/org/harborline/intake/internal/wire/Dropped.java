// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

/// What the gate left out, without the value: a marker stands in its place.
///
/// @param field the element it stood in
/// @param length of what was left out, in characters
record Dropped(String field, Kind kind, int length) {

    /// Why something is not kept.
    enum Kind {
        FINGERPRINT("fingerprint"),
        DATA_ADDRESS("data address"),
        ENCODED_MEDIA("encoded media"),
        FILE_NAME("file name"),
        EMBEDDED_DETAILS("embedded details"),
        SCALE_CODE("scale code"),
        ANNOTATION("annotation");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// [org.harborline.intake.StatedIdentifier#isWhole()] knows it by its form.
    /// The length of an annotation would tell which one it was.
    String marker() {
        return kind == Kind.ANNOTATION
                ? "[not kept: " + kind.words + "]"
                : "[not kept: " + kind.words + ", " + length + " characters]";
    }
}
