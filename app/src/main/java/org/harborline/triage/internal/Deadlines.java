// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.harborline.triage.Priority;
import org.jspecify.annotations.Nullable;

/// When a first look and a referral are due. P1 and P2 run around the clock; the others count working days and end at
/// the close of business of the last one.
///
/// @param zone whose days are meant
/// @param close close of business
/// @param holidays days off beside Saturday and Sunday
record Deadlines(ZoneId zone, LocalTime close, Set<LocalDate> holidays) {

    Deadlines {
        holidays = Set.copyOf(holidays);
    }

    /// When somebody must have looked at a report that came to this level at this moment.
    Instant firstLook(Priority level, Instant from) {
        return switch (level) {
            case P1 -> from.plus(Duration.ofMinutes(15));
            case P2 -> from.plus(Duration.ofHours(4));
            case P3 -> workingDays(from, 2);
            case P4 -> workingDays(from, 10);
            // Sampled, so nothing hangs on it; still an end, so that nothing starves.
            case P5 -> workingDays(from, 20);
        };
    }

    /// When it must have been referred; absent where a level is not for referral.
    @Nullable
    Instant referral(Priority level, Instant from) {
        return switch (level) {
            case P1 -> from.plus(Duration.ofHours(1));
            case P2 -> from.plus(Duration.ofHours(24));
            case P3 -> workingDays(from, 5);
            case P4, P5 -> null;
        };
    }

    /// Close of business of the given number of working days after the day of the instant.
    private Instant workingDays(Instant from, int days) {
        LocalDate day = from.atZone(zone).toLocalDate();
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.atTime(close).atZone(zone).toInstant();
    }

    private boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
    }
}
