// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {

    /// Bounds as tables of the interval give them.
    @ParameterizedTest
    @CsvSource({
        "10, 10, 0.7225, 1",
        "0, 10, 0, 0.2775",
        "5, 10, 0.2366, 0.7634",
        "81, 263, 0.2553, 0.3662",
        "1, 1, 0.2065, 1"
    })
    void saysBetweenWhichBoundsTheTruthLies(long part, long of, double low, double high) {
        Share share = Share.of(part, of);

        assertThat(share.low()).isCloseTo(low, within(0.0001));
        assertThat(share.high()).isCloseTo(high, within(0.0001));
        assertThat(share.value()).isEqualTo((double) part / of);
        assertThat(share.known()).isTrue();
    }

    @Test
    void knowsNothingOfNoSample() {
        assertThat(Share.of(0, 0).known()).isFalse();
    }
}
