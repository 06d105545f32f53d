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
import org.harborline.journal.Follower;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.CutReason;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.vault.facts.RecordErased;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What becomes of links, hubs and decisions when keys are made anew.
class RekeyedLinksTests extends RenewalCase {

    @Autowired
    private LinkDecisions decisions;

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

    @Test
    void neverLinksMeanwhileByWhatIsTooCommon() {
        List<ReportNumber> crowd = crowd("a.crowd@town.example");
        rulesChanged();
        UUID now = blind(crowd.getFirst());
        UUID before = new UUID(9, 7);
        hadKey(before, now);
        List<String> told = facts(crowd.get(1), crowd.getFirst());

        while (renew.advance()) {
            settle();
            assertThat(linkedTo(crowd.getFirst())).isEmpty();
        }
        assertThat(facts(crowd.get(1), crowd.getFirst())).isEqualTo(told);
        assertThat(among("hub", before, now)).containsExactly(now);
    }

    @Test
    void carriesWhatIsTooCommonThoughTheReportThatCrossedTheLimitWasErased() {
        List<ReportNumber> crowd = crowd("an.old.crowd@town.example");
        UUID now = blind(crowd.getFirst());
        ReportNumber crossing = links.hubs(ANALYST, null, 1).getFirst().report();
        erase(crossing);
        crowd.remove(crossing);
        rulesChanged();
        UUID before = new UUID(9, 8);
        hadKey(before, now);

        finish();
        assertThat(linkedTo(crowd.getFirst())).isEmpty();
        assertThat(among("hub", before, now)).containsExactly(now);
        assertThat(among("kept_hub", before, now)).as("and a rebuild finds it").containsExactly(now);
    }

    @Test
    void carriesWhatIsTooCommonThoughTheErasureOfTheReportThatCrossedTheLimitWasNotHeardOfYet() {
        List<ReportNumber> crowd = crowd("another.crowd@town.example");
        UUID now = blind(crowd.getFirst());
        ReportNumber crossing = links.hubs(ANALYST, null, 1).getFirst().report();
        reports.received.remove(crossing);
        crowd.remove(crossing);
        // and so was the newest of the others
        reports.received.remove(crowd.removeLast());
        rulesChanged();
        UUID before = new UUID(9, 12);
        hadKey(before, now);

        finish();
        assertThat(linkedTo(crowd.getFirst())).isEmpty();
        assertThat(among("hub", before, now)).contains(now);
    }

    @Test
    void carriesWhatIsTooCommonThoughTheFindingThatCrossedTheLimitWasWithdrawn() {
        List<ReportNumber> crowd = crowd("found.crowd@town.example");
        UUID now = blind(crowd.getFirst());
        ReportNumber crossing = links.hubs(ANALYST, null, 1).getFirst().report();
        UUID finding = links.record(ANALYST, finding(crossing, "found.beside@town.example"));
        links.withdraw(ANALYST, crossing, finding, WithdrawalReason.WRONG_VALUE);
        settle();
        rulesChanged();
        database.sql("UPDATE linking.hub SET finding_id = ?, identifier_index = NULL WHERE blind = ?")
                .params(finding, now)
                .update();
        UUID before = new UUID(9, 13);
        hadKey(before, now);
        List<String> told = facts(crowd.get(1), crowd.getFirst());

        finish();
        assertThat(facts(crowd.get(1), crowd.getFirst()))
                .as("nothing was linked meanwhile")
                .isEqualTo(told);
        assertThat(linkedTo(crowd.getFirst())).isEmpty();
        assertThat(among("hub", before, now)).containsExactly(now);
    }

    @Test
    void neverLinksByWhatIsTooCommonThoughTheFirstToHaveItsNewKeyIsErasedMeanwhile() {
        ReportNumber first = reports.file(email("a.far.crowd@town.example"));
        reports.skip(2 * RenewKeys.PART);
        List<ReportNumber> crowd = crowd("a.far.crowd@town.example");
        UUID now = blind(first);
        rulesChanged();
        UUID before = new UUID(9, 14);
        hadKey(before, now);
        List<String> told = facts(crowd.get(1), crowd.getFirst());

        while (database.sql("SELECT count(*) FROM linking.sighting WHERE blind = ?")
                        .params(now)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(renew.advance()).isTrue();
            settle();
        }
        erase(first);
        settle();
        assertThat(among("hub", before, now)).containsExactlyInAnyOrder(before, now);
        finish();
        assertThat(facts(crowd.get(1), crowd.getFirst()))
                .as("nothing was linked meanwhile")
                .isEqualTo(told);
        assertThat(among("hub", before, now)).containsExactly(now);
    }

    @Test
    void dropsWhatWasTooCommonAndNobodyHoldsWhenAllKeysAreNew() {
        ReportNumber first = reports.file(email("a.gone.crowd@town.example"));
        reports.skip(2 * RenewKeys.PART);
        List<ReportNumber> crowd = crowd("a.gone.crowd@town.example");
        crowd.addFirst(first);
        UUID now = blind(first);
        rulesChanged();
        UUID before = new UUID(9, 15);
        hadKey(before, now);

        assertThat(renew.advance()).isTrue();
        settle();
        crowd.forEach(this::erase);
        settle();
        finish();
        assertThat(among("hub", before, now)).isEmpty();
        assertThat(among("kept_hub", before, now)).isEmpty();
    }

    @Test
    void keepsTheAgeOfALinkWhoseReportsAreFarApart() {
        var one = reports.file(email("parts.apart@town.example"));
        reports.skip(2 * RenewKeys.PART);
        var other = reports.file(email("parts.apart@town.example"));
        settle();
        rulesChanged();
        UUID old = madeOtherwise(one, madeOtherwise(other, new UUID(9, 11)));
        linkedByOlderRule(other, one, old);

        finish();
        assertThat(database.sql("SELECT made_at FROM linking.reason WHERE newer = ?")
                        .params(other.value())
                        .query(Instant.class)
                        .list())
                .containsExactly(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void leavesTheAgeOfWhatAnotherIdentifierShowed() {
        var one = reports.file(email("has.an.age@town.example"));
        var other = reports.file(email("has.an.age@town.example"));
        settle();
        rulesChanged();
        database.sql("""
                INSERT INTO linking.reason (newer, older, rule, rule_version, kind, tier, cross_role, made_at)
                VALUES (?, ?, 'report.asserted-by-sender', 1, 'PRIOR_REPORT', 'ASSERTED', false, '2020-01-01Z')
                """).params(other.value(), one.value()).update();
        UUID old = madeOtherwise(one, madeOtherwise(other, new UUID(9, 10)));
        linkedByOlderRule(other, one, old);

        finish();
        assertThat(database.sql("SELECT made_at FROM linking.reason WHERE newer = ? ORDER BY made_at")
                        .params(other.value())
                        .query(Instant.class)
                        .list())
                .containsExactly(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
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

    /// Linking takes an erasure up; nothing else is told of it.
    private void erase(ReportNumber report) {
        Entry entry = journal.of(SYSTEM, report.asRecord(), 0, 1).getFirst();
        var erased = new RecordErased(
                UUID.randomUUID(), report.asRecord(), Code.of("retention-over"), Code.of("analyst-7"), List.of());
        reports.received.remove(report);
        transactions.run(() ->
                follower.prepare(List.of(new Follower.Followed(entry, erased))).apply((_, _) -> {}));
    }

    private List<String> alerts(ReportNumber newer, ReportNumber older) {
        return journal.of(SYSTEM, new RecordRef("cross-role-hit", newer + "-" + older), 0, 10).stream()
                .map(Entry::type)
                .toList();
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

    private void isTheSameAfterARebuild(List<ReportNumber> all) {
        var before = clusters(all);
        var stored = resting(all);
        JournalControl.stopped(context, () -> JournalControl.rebuild(context, "linking"));
        settle();
        assertThat(clusters(all)).isEqualTo(before);
        assertThat(resting(all)).isEqualTo(stored);
    }
}
