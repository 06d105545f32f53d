// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as the wire writes them: always with seconds, which the types' own text leaves out at a full minute.
public final class WireTime {

    private WireTime() {}

    /// With the offset it carries, such as `2026-01-15T10:00:00-05:00`.
    public static String text(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /// In UTC but without saying so, as some senders do.
    public static String withoutZone(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
