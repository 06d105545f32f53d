// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;

/// How keys are made anew while the system runs: how far it is, and what holds it up.
class RenewalTests extends RenewalCase {

    @Test
    void waitsForAReportThatCannotBeRead() {
        var one = reports.file(email("cannot.be.read@town.example"));
        var other = reports.file(email("cannot.be.read@town.example"));
        for (int i = 0; i < 2 * RenewKeys.PART; i++) {
            reports.file(email("after.it" + i + "@town.example"));
        }
        settleAll();
        rulesChanged();
        reports.unreadable.add(one);
        // how many parts come before it depends on what other tests filed
        for (int i = 0; i < 100 && journal.parked(SYSTEM).isEmpty(); i++) {
            renew.advance();
            takenUp();
        }
        for (int i = 0; i < 3; i++) {
            renew.advance();
            takenUp();
        }

        assertThat(renewals.underway(ANALYST)).isPresent();
        assertThat(journal.parked(SYSTEM)).isNotEmpty();
        assertThat(linkedTo(one)).as("its keys stay").containsExactly(other);
        RecordRef subject = journal.parked(SYSTEM).getFirst().subject();
        reports.unreadable.clear();
        assertThat(journal.retry(SYSTEM, "linking", subject)).isPositive();
        finish();

        assertThat(renewals.underway(ANALYST)).isEmpty();
        assertThat(linkedTo(one)).containsExactly(other);
        assertThat(outdated()).isZero();
    }

    @Test
    void keepsLinksInEffectUntilAllReportsHaveTheirNewKeys() {
        var one = reports.file(email("kept.meanwhile@town.example"));
        var other = reports.file(email("kept.meanwhile@town.example"));
        settle();
        rulesChanged();
        madeOtherwise(one, madeOtherwise(other, new UUID(9, 4)));
        linkedByOlderRule(other, one, new UUID(9, 4));

        while (renew.advance()) {
            settle();
            assertThat(linkedTo(one)).containsExactly(other);
        }
        assertThat(linkedTo(one)).containsExactly(other);
        assertThat(database.sql("SELECT made_at = '2026-02-01Z' FROM linking.reason WHERE newer = ?")
                        .params(other.value())
                        .query(Boolean.class)
                        .list())
                .as("no younger than it was")
                .containsExactly(true);
        assertThat(facts(other, one)).as("as when it was filed").containsExactly("linking.reports-linked");
    }

    @Test
    void goesOnWhereItWasAndBeginsAgainWhenTheRulesChangeOnceMore() {
        var one = reports.file(email("goes.on@town.example"));
        var other = reports.file(email("goes.on@town.example"));
        settle();
        rulesChanged();
        madeOtherwise(one, new UUID(9, 5));
        JournalControl.stopped(context, () -> {
            assertThat(renew.advance()).isTrue();
            assertThat(renew.advance())
                    .as("no more is given out than is taken up")
                    .isTrue();
        });
        settle();
        assertThat(renew.advance()).isTrue();
        settle();
        rulesChanged();

        finish();
        assertThat(linkedTo(one)).containsExactly(other);
        assertThat(renew.advance()).isFalse();
    }

    /// An older rule took two mailboxes for one; a report of the other arrives with the part in which that ends.
    @Test
    void linksNothingByAKeyThatGoesInTheSameBatch() {
        var one = reports.file(email("no.longer.the.same@town.example"));
        var other = reports.file(email("was.the.same@town.example"));
        settle();
        rulesChanged();
        madeOtherwise(one, blind(other));
        do {
            assertThat(renew.advance()).isTrue();
            settle();
        } while (table.find().orElseThrow().pass() < Renewing.LETTING_GO);
        var late = reports.write(Stated.CHAT, Stated.NOON, List.of(), email("was.the.same@town.example"));
        var part = new KeysRenewed(
                one, one, Renewing.LETTING_GO, table.find().orElseThrow().startedAt());
        var batch = List.of(
                followed("linking.keys-renewed", one, part),
                followed("intake.report-filed", late, reports.filed(late)));
        transactions.run(() -> follower.prepare(batch).apply((_, _) -> {}));

        assertThat(linkedTo(late)).containsExactly(other);
        finish();
        assertThat(linkedTo(one)).isEmpty();
    }

    private static Follower.Followed followed(String type, ReportNumber report, Fact fact) {
        return new Follower.Followed(
                new Entry(
                        report.value(),
                        type,
                        1,
                        report.asRecord(),
                        "renewal",
                        null,
                        null,
                        null,
                        ReceivedReports.FILED,
                        "{}"),
                fact);
    }

    private void takenUp() {
        Eventually.holds(() -> {
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.backlog(SYSTEM).cursors().get("linking")).isEqualTo(journal.position());
        });
    }
}
