// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.LinkReason;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.Designation;
import org.harborline.triage.facts.ReportDesignated;
import org.junit.jupiter.api.Test;

class WithdrawnReasonTests extends ReferralCase {

    private static final Actor FINDER = new Actor(
            "finder-1",
            ActorKind.STAFF,
            EnumSet.of(Permission.REPORT_READ, Permission.FINDING_RECORD),
            null,
            Purpose.TRIAGE);

    @Test
    void restsAPackageAndItsSupplementOnReasonsThatStillHold() {
        String email = person();
        String account = "account-" + UUID.randomUUID();
        ReportNumber first = actionable(Told.in("OR", email));
        links.record(FINDER, found(first, account));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = reports.file(Told.in("OR", email));
        UUID finding = links.record(FINDER, found(later, account));
        settle();
        links.withdraw(FINDER, later, finding, WithdrawalReason.OTHER_PERSON);
        settle();
        assertThat(links.linksOf(ANALYST, List.of(later)).get(later).getFirst().reasons())
                .extracting(LinkReason::kind, LinkReason::lost)
                .containsExactly(
                        tuple(IdentifierKind.PROVIDER_USER_ID, LinkReason.Lost.FINDING),
                        tuple(IdentifierKind.EMAIL, null));

        tell(new ReportDesignated(later, Designation.ACTIONABLE, Code.of("lead")));

        Delivery supplement = awaiting(later, DeliveryState.AWAITING);
        var document = referrals.read(ANALYST, supplement.id());
        assertThat(document.linkedReports()).singleElement().satisfies(linked -> {
            assertThat(linked.rule()).startsWith("email.");
            assertThat(linked.sharedKinds()).containsExactly("EMAIL");
        });
        assertThat(document.change().what()).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo("later-report");
            assertThat(why.arguments().getLast().value()).startsWith("email.");
        });
    }

    private static RecordFinding found(ReportNumber report, String account) {
        return new RecordFinding(
                report,
                FindingKind.IDENTIFIER,
                IdentifierKind.PROVIDER_USER_ID,
                null,
                true,
                PartyRole.REPORTED_PERSON,
                account,
                "[synthetic source 1]",
                "[synthetic method 1]",
                OffsetDateTime.parse("2026-03-02T11:00:00+02:00"),
                null,
                Confidence.HIGH);
    }
}
