// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.internal.Statement.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            1980-05-04, 1980-05-04, false
            1980-05-04, 1981-05-04, false
            1980-05-04, 1980-06-04, false
            1980-05-04, 1980-05-14, false
            1980-05-04, 1980-04-05, false
            1980-05-04, 1981-04-05, true
            1980-05-04, 1980-06-07, true
            1980-05-04, 1993-11-20, true
            1980-01-01, 1993-11-20, false
            1980-05-04, 1990-01-01, false""")
    void takesSlipsOfThePenAndWhatFormsOfferForNoContradiction(LocalDate one, LocalDate other, boolean contradicts) {
        var first = new Statement(one, List.of());
        var second = new Statement(other, List.of());

        assertThat(first.against(second)).hasSize(contradicts ? 1 : 0);
        assertThat(second.against(first)).isEqualTo(first.against(second));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            600, 001, 142, true
            601, 001, 142, false
            0, 142, 142, false
            -600, 001, 142, true""")
    void takesSignInsFromTwoContinentsWithinTenMinutesForOne(
            int apart, String here, String there, boolean contradicts) {
        var first = new Statement(null, List.of(new Login(NOON, here)));
        var second = new Statement(null, List.of(new Login(NOON.plusSeconds(apart), there)));

        assertThat(first.against(second).contains(ContradictionKind.LOGINS_FAR_APART))
                .isEqualTo(contradicts);
        assertThat(second.against(first)).isEqualTo(first.against(second));
    }

    @Test
    void saysNothingOfWhatOnlyOneStates() {
        assertThat(new Statement(LocalDate.EPOCH, List.of()).against(Statement.NOTHING))
                .isEmpty();
    }
}
