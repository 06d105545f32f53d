// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.harborline.triage.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTests {

    private final Deadlines deadlines = new Deadlines(ZoneId.of("UTC"), LocalTime.of(17, 0), Set.of());

    @ParameterizedTest
    @CsvSource({
        // Monday 23 November 2026
        "P1, 2026-11-23T11:32:00Z, 2026-11-23T11:47:00Z, 2026-11-23T12:32:00Z",
        "P2, 2026-11-23T11:32:00Z, 2026-11-23T15:32:00Z, 2026-11-24T11:32:00Z",
        "P3, 2026-11-23T11:32:00Z, 2026-11-25T17:00:00Z, 2026-11-30T17:00:00Z",
        "P4, 2026-11-23T11:32:00Z, 2026-12-07T17:00:00Z,",
        "P5, 2026-11-23T11:32:00Z, 2026-12-21T17:00:00Z,",
        // danger knows no weekend, working days do: Saturday and Sunday
        "P1, 2026-11-28T23:50:00Z, 2026-11-29T00:05:00Z, 2026-11-29T00:50:00Z",
        "P3, 2026-11-27T23:59:59Z, 2026-12-01T17:00:00Z, 2026-12-04T17:00:00Z",
        "P3, 2026-11-28T00:00:00Z, 2026-12-01T17:00:00Z, 2026-12-04T17:00:00Z",
        "P3, 2026-11-29T23:59:59Z, 2026-12-01T17:00:00Z, 2026-12-04T17:00:00Z",
        "P3, 2026-11-30T00:00:00Z, 2026-12-02T17:00:00Z, 2026-12-07T17:00:00Z"
    })
    void givesEachLevelItsClocks(Priority level, Instant filed, Instant firstLook, Instant referral) {
        assertThat(deadlines.firstLook(level, filed)).isEqualTo(firstLook);
        assertThat(deadlines.referral(level, filed)).isEqualTo(referral);
    }

    @Test
    void countsTheDaysOfTheOperatorsZoneAndSkipsItsHolidays() {
        var auckland =
                new Deadlines(ZoneId.of("Pacific/Auckland"), LocalTime.of(16, 30), Set.of(LocalDate.of(2026, 11, 25)));

        // already Tuesday there; Wednesday is off; Thursday and Friday count
        assertThat(auckland.firstLook(Priority.P3, Instant.parse("2026-11-23T11:32:00Z")))
                .isEqualTo(Instant.parse("2026-11-27T03:30:00Z"));
    }
}
