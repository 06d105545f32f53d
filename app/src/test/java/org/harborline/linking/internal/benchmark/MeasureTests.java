// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.harborline.linking.internal.likeness.PairDecisions.Decided;
import org.junit.jupiter.api.Test;

/// The figures, counted by hand beside.
class MeasureTests {

    private final Measure measure = new Measure(List.of("a", "a", "a", "b", "b", "c"));

    @Test
    void countsPairs() {
        List<Decided> accepted = List.of(pair(0, 1), pair(1, 2), pair(2, 3));
        assertThat(measure.truePairs()).isEqualTo(4);
        assertThat(measure.allPairs()).isEqualTo(15);
        assertThat(measure.right(accepted)).isEqualTo(2);
        assertThat(measure.pairwise(accepted).precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(measure.pairwise(accepted).recall()).isEqualTo(0.5);
        assertThat(measure.pairwise(accepted).f1()).isCloseTo(4 / 7.0, within(1e-9));
        assertThat(measure.largestFalseComponent(accepted)).isEqualTo(4);
        assertThat(measure.largestFalseComponent(List.of(pair(0, 1)))).isZero();
    }

    @Test
    void countsRecords() {
        Measure.Figures figures = measure.bCubed(List.of(pair(0, 1), pair(1, 2), pair(2, 3)));
        // by record: 2 of 2, 3 of 3, 2 of 3, 1 of 2, 1 of 1, 1 of 1
        assertThat(figures.precision()).isCloseTo((1 + 1 + 2 / 3.0 + 0.5 + 1 + 1) / 6, within(1e-9));
        // by record: 2 of 3, 3 of 3, 2 of 3, 1 of 2, 1 of 2, 1 of 1
        assertThat(figures.recall()).isCloseTo((2 / 3.0 + 1 + 2 / 3.0 + 0.5 + 0.5 + 1) / 6, within(1e-9));
    }

    @Test
    void isOneWhereNothingWasToBeFound() {
        Measure.Figures figures = new Measure(List.of("a", "b")).pairwise(List.of());
        assertThat(figures.precision()).isOne();
        assertThat(figures.recall()).isOne();
    }

    private static Decided pair(int a, int b) {
        return new Decided(a, b, 10, 0);
    }
}
