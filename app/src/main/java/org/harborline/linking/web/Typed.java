// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import org.harborline.linking.RecordFinding;
import org.jspecify.annotations.Nullable;

/// Reads what people type into forms.
final class Typed {

    private static final int LATEST_YEAR = 9999;

    private Typed() {}

    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /// A time with its offset, or in UTC without one; absent when it cannot be read or was too long ago or ahead for
    /// anything to have been seen.
    static @Nullable OffsetDateTime time(@Nullable String text) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    Objects.requireNonNullElse(text, "").strip(), OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime time = read instanceof OffsetDateTime exact
                    ? exact
                    : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
            boolean possible = !time.toInstant().isBefore(RecordFinding.EARLIEST) && time.getYear() <= LATEST_YEAR;
            return possible ? time : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /// A port; absent when it cannot be read.
    static @Nullable Integer port(@Nullable String text) {
        String digits = Objects.requireNonNullElse(text, "").strip();
        return digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) <= RecordFinding.HIGHEST_PORT
                ? Integer.valueOf(digits)
                : null;
    }
}
