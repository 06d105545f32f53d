// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.harborline.support.DeskHours.Shift;
import org.junit.jupiter.api.Test;

class DeskHoursTests {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DeskHours WEEKDAYS = hours(
            shift(DayOfWeek.MONDAY, "09:00", "12:00"),
            shift(DayOfWeek.MONDAY, "13:00", "17:00"),
            shift(DayOfWeek.FRIDAY, "20:00", "00:00"));
    /// A Monday.
    private static final String MONDAY = "2026-11-23T";

    @Test
    void isOpenDuringAShiftAndNotAtItsEnd() {
        assertThat(WEEKDAYS.isOpen(chicago(MONDAY + "09:00"))).isTrue();
        assertThat(WEEKDAYS.isOpen(chicago(MONDAY + "11:59"))).isTrue();
        assertThat(WEEKDAYS.isOpen(chicago(MONDAY + "12:00"))).isFalse();
        assertThat(WEEKDAYS.isOpen(chicago("2026-11-27T23:59"))).isTrue();
        assertThat(WEEKDAYS.isOpen(chicago("2026-11-28T00:00"))).isFalse();
    }

    @Test
    void saysWhenSomebodyIsThereNext() {
        assertThat(WEEKDAYS.nextOpening(chicago(MONDAY + "12:30"))).contains(chicago(MONDAY + "13:00"));
        assertThat(WEEKDAYS.nextOpening(chicago(MONDAY + "10:30"))).contains(chicago(MONDAY + "10:30"));
        assertThat(WEEKDAYS.nextOpening(chicago("2026-11-28T00:00"))).contains(chicago("2026-11-30T09:00"));
        assertThat(hours().nextOpening(chicago(MONDAY + "10:30"))).isEmpty();
    }

    @Test
    void countsOnlyTimeAtTheDesk() {
        assertThat(WEEKDAYS.afterStaffed(chicago(MONDAY + "09:00"), Duration.ofHours(2)))
                .contains(chicago(MONDAY + "11:00"));
        assertThat(WEEKDAYS.afterStaffed(chicago(MONDAY + "11:00"), Duration.ofHours(2)))
                .contains(chicago(MONDAY + "14:00"));
        assertThat(WEEKDAYS.afterStaffed(chicago(MONDAY + "16:30"), Duration.ofHours(4)))
                .contains(chicago("2026-11-27T23:30"));
        assertThat(WEEKDAYS.afterStaffed(chicago(MONDAY + "09:00"), Duration.ofHours(40)))
                .as("several weeks")
                .contains(chicago("2026-12-14T17:00"));
        assertThat(hours().afterStaffed(chicago(MONDAY + "09:00"), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void keepsItsHoursWhenTheClocksChange() {
        var sunday = hours(shift(DayOfWeek.SUNDAY, "09:00", "10:00"));

        assertThat(sunday.nextOpening(Instant.parse("2026-10-25T15:00:00Z")))
                .as("the clocks went back in between")
                .contains(Instant.parse("2026-11-01T15:00:00Z"));
        assertThat(sunday.nextOpening(Instant.parse("2026-10-25T13:00:00Z")))
                .contains(Instant.parse("2026-10-25T14:00:00Z"));
    }

    @Test
    void refusesAShiftThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> shift(DayOfWeek.MONDAY, "09:00", "09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> shift(DayOfWeek.MONDAY, "17:00", "09:00"));
    }

    private static DeskHours hours(Shift... shifts) {
        return new DeskHours(CHICAGO, List.of(shifts));
    }

    private static Shift shift(DayOfWeek day, String opens, String closes) {
        return new Shift(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant chicago(String local) {
        return java.time.LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }
}
