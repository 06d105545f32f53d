// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower.Followed;
import org.harborline.notices.OutwardState;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.registry.AgencyId;
import org.harborline.triage.facts.ReportTaken;
import org.junit.jupiter.api.Test;

/// What goes to an endpoint where moments could speak.
class TellingTests {

    private static final UUID COMPANY = new UUID(0, 17);
    private static final ReportNumber REPORT = new ReportNumber(17);
    private static final Instant HAPPENED = Instant.parse("2026-11-23T09:17:23.456789Z");
    private static final Instant TOLD = Instant.parse("2026-11-23T10:00:00Z");

    private static Followed followed(long position, Fact fact) {
        return new Followed(
                new Entry(position, "test.fact", 1, fact.subject(), "person-1", null, null, null, HAPPENED, "{}"),
                fact);
    }

    private static PackageDelivered delivered() {
        return new PackageDelivered(
                new DeliveryId(new UUID(0, 1)),
                REPORT,
                new AgencyId(new UUID(0, 1)),
                PackageKind.SUPPLEMENT,
                null,
                List.of(),
                List.of(),
                HAPPENED,
                1,
                1,
                null);
    }

    /// It went to an agency because it is linked with an urgent one, and was read later.
    @Test
    void aReportThatFollowedAnotherIsToldAsAnyOtherAndItsIdsDoNotSayWhen() {
        var telling = new Telling(Map.of(REPORT, Standing.received(REPORT, COMPANY, HAPPENED)), Set.of(COMPANY));
        var hourly = new Taken(new Release(Duration.ofHours(1)));

        telling.take(followed(1, delivered()), hourly);
        telling.take(followed(2, new ReportTaken(REPORT, HAPPENED)), hourly);

        assertThat(telling.messages())
                .extracting(MessageTable.New::cause, MessageTable.New::state, MessageTable.New::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, OutwardState.READ, TOLD),
                        org.assertj.core.groups.Tuple.tuple(2L, OutwardState.MADE_AVAILABLE, TOLD));
        assertThat(telling.messages())
                .extracting(message -> UuidUtil.getInstant(message.id()))
                .containsOnly(TOLD);
        assertThat(telling.told()).hasSize(1);
        assertThat(telling.soonest()).containsExactly(Map.entry(COMPANY, TOLD));
    }
}
