// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

/// How far a sender has read the list of its filed reports. Opaque to it, and unlike the number of a report, so that
/// one is never taken for the other.
record FeedCursor(long position) {

    private static final String MARK = "f-";

    /// The cursor that was written so.
    ///
    /// @throws IllegalArgumentException when it is none of ours
    public static FeedCursor valueOf(String written) {
        long position =
                written.startsWith(MARK) ? Long.parseLong(written.substring(MARK.length()), Character.MAX_RADIX) : -1;
        if (position < 0) {
            throw new IllegalArgumentException("no cursor");
        }
        return new FeedCursor(position);
    }

    @Override
    public String toString() {
        return MARK + Long.toString(position, Character.MAX_RADIX);
    }
}
