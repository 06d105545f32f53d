// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.vault.Vault;
import org.harborline.vault.VaultProblem;
import org.harborline.vault.facts.RecordErased;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReferralErasureTests extends ReferralCase {

    @Autowired
    private ReferralParty party;

    @Autowired
    private Vault vault;

    private static Feedback feedback(Feedback.Status status) {
        return new Feedback(status, null, null, null, null, null, null);
    }

    @Test
    void aReferralStandsInTheWayUntilTheAgencyHasClosedIt() {
        ReportNumber report = actionable(Told.in("OR", person()));
        assertThat(party.objection(report.asRecord())).isEmpty();
        refer(report, oregon);
        assertThat(party.objection(report.asRecord())).contains(ReferralProblem.STILL_OPEN);
        Delivery delivered = awaiting(report, DeliveryState.AWAITING);
        assertThat(party.objection(report.asRecord())).contains(ReferralProblem.STILL_OPEN);

        Actor officer = officer(oregon);
        referrals.acknowledge(officer, delivered.id());
        assertThat(party.objection(report.asRecord())).contains(ReferralProblem.STILL_OPEN);
        referrals.giveFeedback(officer, delivered.id(), feedback(Feedback.Status.ONGOING));
        assertThat(party.objection(report.asRecord())).contains(ReferralProblem.STILL_OPEN);
        referrals.giveFeedback(officer, delivered.id(), feedback(Feedback.Status.CLOSED));
        assertThat(party.objection(report.asRecord())).isEmpty();
        referrals.giveFeedback(officer, delivered.id(), feedback(Feedback.Status.ARREST));
        assertThat(party.objection(report.asRecord())).contains(ReferralProblem.STILL_OPEN);
    }

    @Test
    void aReturnedPackageStandsInNobodysWay() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        referrals.giveBack(
                officer(oregon), awaiting(report, DeliveryState.AWAITING).id(), ReturnReason.OTHER);
        assertThat(party.objection(report.asRecord())).isEmpty();
    }

    @Test
    void anErasureTakesPackageAndReasonsAndLeavesWhatWasDone() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery delivered = awaiting(report, DeliveryState.AWAITING);
        referrals.acknowledge(officer(oregon), delivered.id());
        assertThat(referrals.read(officer(oregon), delivered.id())).isNotNull();

        erase(report);

        assertThat(sql.of("SELECT count(*) FROM referral.package WHERE delivery_id = :id")
                        .param("id", delivered.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.of("SELECT why FROM referral.recipient WHERE delivery_id = :id")
                        .param("id", delivered.id().value())
                        .query(String.class)
                        .single())
                .isEmpty();
        refused(VaultProblem.RECORD_ERASED, () -> referrals.read(officer(oregon), delivered.id()));
        refused(VaultProblem.RECORD_ERASED, () -> referrals.download(officer(oregon), delivered.id()));
        assertThat(referrals.ofReport(ANALYST, report).getFirst().state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(journal.of(SYSTEM, report.asRecord(), 0, 200))
                .filteredOn(entry -> entry.type().equals("vault.erasure-confirmed"))
                .extracting(Entry::actor)
                .contains("system:referral");
        assertThat(journal.conservation(SYSTEM))
                .filteredOn(law -> law.law().equals("deliveries"))
                .singleElement()
                .satisfies(law -> assertThat(law.holds()).isTrue());
    }

    private void erase(ReportNumber report) {
        var erased = new RecordErased(
                Ids.next(),
                report.asRecord(),
                Code.of("ordered"),
                Code.of("supervisor-1"),
                List.of(Code.of(ReferralParty.MODULE)));
        transactions.run(() -> {
            vault.destroy(SYSTEM, List.of(report.asRecord()));
            sql.of("""
                    INSERT INTO vault.erasure (erasure_id, record_kind, record_id, reason, state, confirmers, asked_by,
                                               asked_at, answered_by, answered_at)
                    VALUES (:id, 'report', :report, 'ORDERED', 'ERASED', '{referral}', 'a', now(), 'b', now())
                    """)
                    .param("id", erased.erasure())
                    .param("report", report.toString())
                    .update();
            journal.record(SYSTEM, erased);
        });
        settle();
    }
}
