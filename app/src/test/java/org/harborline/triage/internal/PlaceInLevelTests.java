// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceInLevelTests {

    private static final Instant DUE = Instant.parse("2026-11-25T17:00:00Z");
    private static final Set<Code> ALL =
            Set.of(PlaceInLevel.YOUNG_CHILD, PlaceInLevel.FRESH, PlaceInLevel.PLACE_STATED, PlaceInLevel.COMPLETE);
    private static final List<Code> MANY_SENDERS = List.of(Code.of("three-independent-senders"));

    private static long plain(Priority level, Instant due) {
        return PlaceInLevel.of(level, due, Set.of(), List.of());
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void theClockComesFirstWhateverElseIsKnown(Priority level) {
        assertThat(plain(level, DUE.minus(Duration.ofMinutes(15))))
                .isLessThan(PlaceInLevel.of(level, DUE, ALL, MANY_SENDERS));
    }

    @ParameterizedTest
    @CsvSource({"young-child", "fresh", "place-stated"})
    void ordersReportsWhoseClocksEndTogether(String modifier) {
        for (Priority level : Priority.values()) {
            assertThat(PlaceInLevel.of(level, DUE, Set.of(Code.of(modifier)), List.of()))
                    .isLessThan(plain(level, DUE));
        }
        assertThat(PlaceInLevel.of(Priority.P2, DUE.plusSeconds(600), Set.of(Code.of(modifier)), List.of()))
                .as("P2 clocks that end within a quarter of an hour end together")
                .isLessThan(plain(Priority.P2, DUE));
    }

    @Test
    void countsIndependentSenders() {
        long one = plain(Priority.P3, DUE);
        long two = PlaceInLevel.of(Priority.P3, DUE, Set.of(), List.of(Code.of("two-independent-senders")));
        long three = PlaceInLevel.of(Priority.P3, DUE, Set.of(), MANY_SENDERS);

        assertThat(List.of(three, two, one)).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"P1, false", "P2, false", "P3, true", "P4, true", "P5, true"})
    void completenessOrdersOnlyWhereThereIsNoDanger(Priority level, boolean counts) {
        long complete = PlaceInLevel.of(level, DUE, Set.of(PlaceInLevel.COMPLETE), List.of());

        assertThat(complete < plain(level, DUE)).isEqualTo(counts);
    }
}
