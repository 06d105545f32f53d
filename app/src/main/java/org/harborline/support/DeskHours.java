// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When somebody is at the desk, week by week.
///
/// @param zone in which the times are meant
/// @param shifts by day and time; none means that nobody is there at all
public record DeskHours(ZoneId zone, List<Shift> shifts) {

    /// Longer than any gap between two shifts, with a change of the clocks in it.
    private static final int DAYS = 8;

    public DeskHours {
        shifts = shifts.stream()
                .sorted(Comparator.comparing(Shift::day).thenComparing(Shift::opens))
                .toList();
    }

    /// One stretch of a day.
    ///
    /// @param closes after it opens; midnight is the end of the day
    public record Shift(DayOfWeek day, LocalTime opens, LocalTime closes) {

        public Shift {
            if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens)) {
                throw new IllegalArgumentException("a shift closes after it opens");
            }
        }
    }

    private record Stretch(Instant opens, Instant closes) {}

    public boolean isStaffed() {
        return !shifts.isEmpty();
    }

    public boolean isOpen(Instant at) {
        return stretches(at).anyMatch(one -> !one.opens().isAfter(at));
    }

    /// When somebody is there next; now, when somebody is.
    public Optional<Instant> nextOpening(Instant at) {
        return stretches(at).findFirst().map(one -> later(one.opens(), at));
    }

    /// When as much time at the desk has passed. A promise that runs while nobody is there is none.
    ///
    /// @return empty when nobody is ever there
    public Optional<Instant> afterStaffed(Instant from, Duration time) {
        Instant at = from;
        Duration left = time;
        while (isStaffed()) {
            for (Stretch one : stretches(at).toList()) {
                Instant begins = later(one.opens(), at);
                Duration there = Duration.between(begins, one.closes());
                if (there.compareTo(left) >= 0) {
                    return Optional.of(begins.plus(left));
                }
                left = left.minus(there);
                at = one.closes();
            }
        }
        return Optional.empty();
    }

    /// Stretches of the coming days that are not over at a time, in their order.
    private Stream<Stretch> stretches(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS)
                .flatMap(day -> shifts.stream()
                        .filter(shift -> shift.day() == day.getDayOfWeek())
                        .map(shift -> stretch(day, shift)))
                .filter(one -> one.closes().isAfter(at));
    }

    private Stretch stretch(LocalDate day, Shift shift) {
        LocalDate ends = shift.closes().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return new Stretch(
                day.atTime(shift.opens()).atZone(zone).toInstant(),
                ends.atTime(shift.closes()).atZone(zone).toInstant());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
