// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.intake.StatedTime;
import org.jspecify.annotations.Nullable;

/// Reads dates and times of the wire. The text as sent stays beside the instant, because it is evidence.
final class WireTimes {

    private static final Pattern TIME = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final String END_OF_DAY = "24:00:00";

    private WireTimes() {}

    /// A date and time. Without an offset it is read as UTC and the offset is absent.
    static Optional<StatedTime> time(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            boolean endOfDay = matcher.group(2).equals(END_OF_DAY);
            LocalDateTime local =
                    LocalDateTime.parse(matcher.group(1) + "T" + (endOfDay ? "00:00:00" : matcher.group(2)));
            ZoneOffset offset = offset(matcher.group(4));
            Instant instant = (endOfDay ? local.plusDays(1) : local)
                    .plus(micros(matcher.group(3)), ChronoUnit.MICROS)
                    .toInstant(offset == null ? ZoneOffset.UTC : offset);
            return Optional.of(new StatedTime(instant, text.strip(), offset));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A date, or the date of a date and time.
    static Optional<LocalDate> date(String text) {
        Matcher matcher = DATE.matcher(text.strip());
        try {
            return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A moment given as a date or as a date and time; a date counts from its beginning.
    static Optional<StatedTime> dateOrTime(String text) {
        return time(text)
                .or(() -> date(text)
                        .map(day ->
                                new StatedTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(), text.strip(), null)));
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        return text == null ? null : ZoneOffset.of(text);
    }

    /// Microseconds are what the database keeps; what is finer stays in the text as sent.
    private static long micros(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String digits = (fraction.substring(1) + "000000").substring(0, 6);
        return Long.parseLong(digits);
    }
}
