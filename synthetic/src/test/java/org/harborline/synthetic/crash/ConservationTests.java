// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConservationTests {

    @ParameterizedTest
    @CsvSource({
        "15, 1, 2, 3, 4, 5, true",
        "16, 1, 2, 3, 4, 5, false",
        "14, 1, 2, 3, 4, 5, false",
        "0, 0, 0, 0, 0, 0, true"
    })
    void holdsWhenEveryFinishedReportIsSomewhere(
            long finished, long inFlight, long parked, long waiting, long leased, long designated, boolean holds) {
        var conservation = new Conservation(finished, inFlight, parked, waiting, leased, designated);

        assertThat(conservation.holds()).isEqualTo(holds);
        assertThat(conservation.findings().none()).isEqualTo(holds);
    }
}
