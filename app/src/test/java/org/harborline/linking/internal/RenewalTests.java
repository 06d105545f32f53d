// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.CutReason;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.Renewals;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Keys that are made anew after a change of rules, while the system runs. Stored keys are changed as if an older
/// version of the rules had made them.
@TestPropertySource(properties = "harborline.test.context=renewal")
class RenewalTests extends LinkingCase {

    @Autowired
    private RenewKeys renew;

    @Autowired
    private Renewals renewals;

    @Autowired
    private LinkDecisions decisions;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RenewalTable table;

    /// As if every key had been made by the version before.
    private void rulesChanged() {
        transactions.run(() -> {
            table.lock(MatchRule.inForce(), Instant.EPOCH);
            database.sql("UPDATE linking.renewal SET rules = 'older rules', started_at = '2026-01-01T00:00:00Z'")
                    .update();
            database.sql("UPDATE linking.sighting SET rule_version = 1").update();
            database.sql("UPDATE linking.reason SET rule_version = 1 WHERE tier = 'EXACT'")
                    .update();
        });
    }

    /// As if the older version had made another key of what a report states.
    private UUID madeOtherwise(ReportNumber report, UUID key) {
        transactions.run(() -> {
            database.sql("DELETE FROM linking.reason WHERE tier = 'EXACT' AND (newer = ? OR older = ?)")
                    .params(report.value(), report.value())
                    .update();
            database.sql("UPDATE linking.sighting SET blind = ? WHERE report_number = ?")
                    .params(key, report.value())
                    .update();
        });
        return key;
    }

    /// A link that the older version made.
    private void linkedByOlderRule(ReportNumber newer, ReportNumber older, UUID key) {
        database.sql("""
                INSERT INTO linking.reason (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind,
                                            older_blind, seconds_apart, made_at)
                VALUES (?, ?, 'email.case-folded', 1, 'EMAIL', 'EXACT', false, ?, ?, 0, '2026-02-01Z')
                """).params(newer.value(), older.value(), key, key).update();
    }

    private void finish() {
        while (renew.advance()) {
            settle();
        }
        settle();
    }

    private Map<ReportNumber, Set<ReportNumber>> clusters(List<ReportNumber> filed) {
        return filed.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> Set.copyOf(links.clusterOf(ANALYST, one).reports())));
    }

    private List<Map<String, Object>> resting(List<ReportNumber> filed) {
        return stored(filed).stream()
                .filter(row -> row.get("resting").equals(true))
                .toList();
    }

    @Test
    void makesTheLinksOfTheNewRulesAndEndsThoseOfTheOld() {
        var apart = reports.file(email("apart@town.example"));
        var together = reports.file(email("apart@town.example"));
        var wrongOne = reports.file(email("wrong.one@town.example"));
        var wrongOther = reports.file(email("wrong.other@town.example"));
        settle();
        rulesChanged();
        madeOtherwise(apart, new UUID(9, 1));
        UUID old = madeOtherwise(wrongOne, madeOtherwise(wrongOther, new UUID(9, 2)));
        linkedByOlderRule(wrongOther, wrongOne, old);
        assertThat(linkedTo(together)).isEmpty();
        assertThat(linkedTo(wrongOther)).containsExactly(wrongOne);

        assertThat(renew.advance()).isTrue();
        assertThat(renewals.underway(ANALYST)).isPresent();
        var meanwhile = reports.file(email("apart@town.example"));
        finish();

        assertThat(renewals.underway(ANALYST)).isEmpty();
        assertThat(linkedTo(together)).containsExactly(meanwhile, apart);
        assertThat(linkedTo(wrongOther)).isEmpty();
        assertThat(facts(wrongOther, wrongOne)).containsExactly("linking.link-withdrawn");
        assertThat(facts(together, apart)).containsExactly("linking.reports-linked", "linking.reports-linked");
        assertThat(outdated()).isZero();
        isTheSameAfterARebuild(List.of(apart, together, wrongOne, wrongOther, meanwhile));
    }

    @Test
    void keepsWhatPeopleDecidedAndWhatSpread() {
        var same = reports.file(email("same@town.example"));
        var again = reports.file(email("same@town.example"));
        var cut = reports.file(email("same@town.example"));
        var hub = new ArrayList<ReportNumber>();
        for (int i = 0; i < 6; i++) {
            hub.add(reports.file(email("crowded@town.example")));
        }
        settle();
        links.cut(ANALYST, ReportPair.of(cut, same), CutReason.SHARED);
        decisions.confirm(ANALYST, ReportPair.of(again, same));
        settle();
        rulesChanged();
        madeOtherwise(hub.getFirst(), new UUID(9, 3));
        finish();

        assertThat(facts(again, same))
                .as("nothing is told of what stays")
                .containsExactly("linking.reports-linked", "linking.link-confirmed");
        assertThat(linkedTo(again)).containsExactly(cut, same);
        assertThat(linkedTo(cut)).containsExactly(again);
        assertThat(linksOf(again))
                .filteredOn(link -> link.pair().equals(ReportPair.of(again, same)))
                .flatExtracting(link -> link.reasons())
                .extracting(reason -> reason.tier())
                .as("a person's word stays")
                .contains(Tier.CONFIRMED);
        assertThat(linkedTo(hub.getFirst())).isEmpty();
        assertThat(outdated()).isZero();
        var all = new ArrayList<>(List.of(same, again, cut));
        all.addAll(hub);
        isTheSameAfterARebuild(all);
    }

    @Test
    void linksByWhatTheOlderRulesHeldForTooWeak() {
        var one = reports.file(email("was.weak@town.example"));
        var other = reports.file(email("was.weak@town.example"));
        settle();
        rulesChanged();
        madeOtherwise(one, madeOtherwise(other, blind(one)));
        becomes("WEAK", one, other);
        assertThat(linkedTo(one)).isEmpty();

        finish();
        assertThat(linkedTo(one)).containsExactly(other);
        assertThat(strengths(one)).containsExactly("STRONG");
        isTheSameAfterARebuild(List.of(one, other));
    }

    @Test
    void linksNoMoreByWhatTheRulesHoldForTooWeak() {
        var one = reports.file(email("info@was.strong.example"));
        var other = reports.file(email("info@was.strong.example"));
        settle();
        assertThat(strengths(one))
                .as("what is weak by the rules")
                .contains("WEAK")
                .doesNotContain("STRONG");
        rulesChanged();
        becomes("STRONG", one, other);
        linkedByOlderRule(other, one, blind(one));
        assertThat(linkedTo(one)).containsExactly(other);

        finish();
        assertThat(linkedTo(one)).isEmpty();
        assertThat(strengths(one)).doesNotContain("STRONG");
        assertThat(facts(other, one)).containsExactly("linking.link-withdrawn");
    }

    private UUID blind(ReportNumber report) {
        return database.sql("SELECT min(blind::text)::uuid FROM linking.sighting WHERE report_number = ?")
                .params(report.value())
                .query(UUID.class)
                .single();
    }

    private void becomes(String strength, ReportNumber... changed) {
        for (ReportNumber report : changed) {
            database.sql("UPDATE linking.sighting SET strength = CAST(? AS linking.strength) WHERE report_number = ?")
                    .params(strength, report.value())
                    .update();
        }
    }

    private List<String> strengths(ReportNumber report) {
        return database.sql("SELECT strength::text FROM linking.sighting WHERE report_number = ?")
                .params(report.value())
                .query(String.class)
                .list();
    }

    private long outdated() {
        return database.sql("SELECT count(*) FROM linking.sighting WHERE rule_version = 1")
                .query(Long.class)
                .single();
    }

    private void isTheSameAfterARebuild(List<ReportNumber> all) {
        var before = clusters(all);
        var stored = resting(all);
        JournalControl.stopped(context, () -> JournalControl.rebuild(context, "linking"));
        settle();
        assertThat(clusters(all)).isEqualTo(before);
        assertThat(resting(all)).isEqualTo(stored);
    }

    @Test
    void neverLinksMeanwhileByWhatIsTooCommon() {
        var crowd = new ArrayList<ReportNumber>();
        for (int i = 0; i < 6; i++) {
            crowd.add(reports.file(email("a.crowd@town.example")));
        }
        settle();
        rulesChanged();
        UUID now = blind(crowd.getFirst());
        UUID before = new UUID(9, 7);
        database.sql("UPDATE linking.sighting SET blind = ? WHERE blind = ?")
                .params(before, now)
                .update();
        database.sql("UPDATE linking.hub SET blind = ? WHERE blind = ?")
                .params(before, now)
                .update();
        List<String> told = facts(crowd.get(1), crowd.getFirst());

        while (renew.advance()) {
            settle();
            assertThat(linkedTo(crowd.getFirst())).isEmpty();
        }
        assertThat(facts(crowd.get(1), crowd.getFirst())).isEqualTo(told);
        assertThat(database.sql("SELECT blind FROM linking.hub WHERE blind IN (?, ?)")
                        .params(before, now)
                        .query(UUID.class)
                        .list())
                .containsExactly(now);
    }

    @Test
    void endsLinksThatAreFurtherApartThanTheRulesLetPass() {
        var one = reports.file(email("far.apart@town.example"));
        var other = reports.file(email("far.apart@town.example"));
        settle();
        rulesChanged();
        database.sql("""
                UPDATE linking.reason SET rule = 'phone.e164', kind = 'PHONE', seconds_apart = 40000000 WHERE newer = ?
                """).params(other.value()).update();

        finish();
        assertThat(linkedTo(one)).isEmpty();
        assertThat(facts(other, one)).containsExactly("linking.reports-linked", "linking.link-withdrawn");
    }

    @Test
    void tellsNoAlertAgain() {
        var reported = reports.file(email("across.roles@town.example"));
        var victim = reports.file(
                email("across.roles@town.example").of(PartyRole.VICTIM).path("/report/victim[1]"));
        settle();
        assertThat(alerts(victim, reported)).containsExactly("linking.reports-linked");
        rulesChanged();
        database.sql("UPDATE linking.sighting SET blind = ? WHERE report_number = ?")
                .params(new UUID(9, 6), victim.value())
                .update();
        database.sql("UPDATE linking.reason SET newer_blind = ? WHERE newer = ?")
                .params(new UUID(9, 6), victim.value())
                .update();

        finish();
        assertThat(outdated()).isZero();
        assertThat(alerts(victim, reported)).containsExactly("linking.reports-linked");
    }

    private List<String> alerts(ReportNumber newer, ReportNumber older) {
        return journal.of(SYSTEM, new RecordRef("cross-role-hit", newer + "-" + older), 0, 10).stream()
                .map(Entry::type)
                .toList();
    }

    @Test
    void waitsForAReportThatCannotBeRead() {
        var one = reports.file(email("cannot.be.read@town.example"));
        var other = reports.file(email("cannot.be.read@town.example"));
        for (int i = 0; i < 2 * RenewKeys.PART; i++) {
            reports.file(email("after.it" + i + "@town.example"));
        }
        settle();
        rulesChanged();
        reports.unreadable.add(one);
        for (int i = 0; i < 8; i++) {
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

    private void takenUp() {
        Eventually.holds(() -> {
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.backlog(SYSTEM).cursors().get("linking")).isEqualTo(journal.position());
        });
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
}
