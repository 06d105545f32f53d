// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.OutwardStanding.Step;
import org.harborline.notices.OutwardState;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final Standing RECEIVED = Standing.received(new ReportNumber(17), new UUID(0, 17), NINE);

    private static OutwardState at(Standing standing, Instant now) {
        return standing.at(now).state();
    }

    @Test
    void aStateIsToldFromItsMomentOnAndNotBefore() {
        Standing read = RECEIVED.read(TEN);

        assertThat(at(read, TEN.minusNanos(1000))).isEqualTo(OutwardState.RECEIVED);
        assertThat(at(read, TEN)).isEqualTo(OutwardState.READ);
        assertThat(read.at(TEN).since()).isEqualTo(TEN);
    }

    @Test
    void whatWasToldFirstStaysWhateverHappensLater() {
        Standing available = RECEIVED.read(NINE).delivered(TEN);

        assertThat(available.read(NOON).delivered(NOON)).isEqualTo(available);
        assertThat(available.read(NOON).since(available)).isEmpty();
        assertThat(at(available, NOON)).isEqualTo(OutwardState.MADE_AVAILABLE);
    }

    /// It went to an agency because it is linked with a report that is there.
    @Test
    void whatFollowedAnotherReportToAnAgencyIsNotToldBeforeSomebodyReadIt() {
        Standing followed = RECEIVED.delivered(NINE);

        assertThat(at(followed, NOON)).isEqualTo(OutwardState.RECEIVED);
        assertThat(followed.since(RECEIVED)).isEmpty();

        Standing read = followed.read(TEN);

        assertThat(at(read, TEN.minusSeconds(1))).isEqualTo(OutwardState.RECEIVED);
        assertThat(read.at(TEN).steps())
                .containsExactly(
                        new Step(OutwardState.RECEIVED, NINE),
                        new Step(OutwardState.READ, TEN),
                        new Step(OutwardState.MADE_AVAILABLE, TEN));
        assertThat(read.since(followed))
                .as("both are told, as of any other report")
                .containsExactly(new Step(OutwardState.READ, TEN), new Step(OutwardState.MADE_AVAILABLE, TEN));
    }

    @Test
    void whatWasDeliveredUnreadIsToldWithItsReadingAlsoWhenDeliveriesAreNowToldLater() {
        Standing read = RECEIVED.delivered(NOON).read(TEN);

        assertThat(at(read, TEN)).isEqualTo(OutwardState.MADE_AVAILABLE);
    }

    @Test
    void whatHappenedWithinAStepIsToldAtOneMomentAfterIt() {
        var hourly = new Release(Duration.ofHours(1));

        assertThat(hourly.of(NINE)).isEqualTo(TEN);
        assertThat(hourly.of(NINE.plusSeconds(1))).isEqualTo(TEN);
        assertThat(hourly.of(TEN.minusNanos(1000))).isEqualTo(TEN);
        assertThat(hourly.of(TEN)).isAfter(TEN);
        assertThat(new Release(Duration.ofDays(1)).of(NINE)).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(new Release(null).of(NINE)).isEqualTo(NINE);
    }
}
