// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.linking.Alert;
import org.harborline.linking.AlertRemark;
import org.harborline.linking.Alerts;
import org.harborline.linking.ReportPair;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// Identifiers that stand in two roles: few see them, and each is looked at.
class AlertsTests extends LinkingCase {

    private static final Actor READER = new Actor(
            "analyst-9",
            ActorKind.STAFF,
            Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.LINK_CUT),
            null,
            Purpose.TRIAGE);

    @Autowired
    private Alerts alerts;

    @Value("${harborline.database.url}")
    private String url;

    private ReportPair fileAlert(String name) {
        var victim = reports.file(email(name + "@town.example").of(PartyRole.VICTIM));
        var reported = reports.file(email(name + "@town.example"));
        settle();
        return ReportPair.of(reported, victim);
    }

    private List<Alert> listed(boolean waiting) {
        return alerts.list(ANALYST, waiting, null, 100);
    }

    private Alert of(ReportPair pair) {
        return listed(false).stream()
                .filter(alert -> alert.pair().equals(pair))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsWhatStandsInTwoRolesUntilSomebodyHasLooked() {
        var pair = fileAlert("two-roles");
        assertThat(of(pair).kinds()).containsExactly(IdentifierKind.EMAIL);
        assertThat(of(pair).waits()).isTrue();

        alerts.look(ANALYST, pair, AlertRemark.SAME_PERSON);

        assertThat(listed(true)).extracting(Alert::pair).doesNotContain(pair);
        assertThat(of(pair).look().remark()).isEqualTo(AlertRemark.SAME_PERSON);
        assertThat(of(pair).look().by()).isEqualTo(ANALYST.id());
        settle();
        assertThat(journal.of(SYSTEM, new RecordRef("cross-role-hit", pair.newer() + "-" + pair.older()), 0, 10))
                .extracting(Entry::type)
                .containsExactly("linking.reports-linked", "linking.alert-looked-at");
    }

    /// Whichever of the two reports came first: an alert rests on the keys of both.
    @ParameterizedTest
    @EnumSource(
            value = PartyRole.class,
            names = {"VICTIM", "REPORTED_PERSON"})
    void endsWhenTheIdentifierIsTooCommonInEitherRole(PartyRole common) {
        PartyRole other = common == PartyRole.VICTIM ? PartyRole.REPORTED_PERSON : PartyRole.VICTIM;
        String mailbox = "spreads.as." + common.name().toLowerCase(Locale.ROOT) + "@town.example";
        var many = new ArrayList<ReportNumber>();
        many.add(reports.file(email(mailbox).of(common)));
        ReportNumber one = reports.file(email(mailbox).of(other));
        many.add(reports.file(email(mailbox).of(common)));
        settle();
        assertThat(listed(false)).extracting(Alert::pair).containsAll(pairs(many, one));

        for (int i = 0; i < 4; i++) {
            many.add(reports.file(email(mailbox).of(common)));
        }
        settle();
        assertThat(listed(false)).extracting(Alert::pair).doesNotContainAnyElementsOf(pairs(many, one));
    }

    private static List<ReportPair> pairs(List<ReportNumber> many, ReportNumber one) {
        return many.stream().map(report -> ReportPair.of(report, one)).toList();
    }

    /// However many alerts there are, a page reads as many as it shows, and steps over those that were looked at.
    @Test
    void readsNoMoreAlertsThanAPageNeeds() {
        database.sql("""
                INSERT INTO linking.reason
                       (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind, seconds_apart,
                        made_at)
                SELECT 30000000 + n / 2, 20000000, 'email.case-folded', 1, 'EMAIL', 'EXACT', n % 10 < 4,
                       gen_random_uuid(), gen_random_uuid(), 0, '2026-03-01Z'
                  FROM generate_series(1, 400000) AS n
                """).update();
        database.sql("""
                INSERT INTO linking.alert_look (newer, older, remark, looked_by, looked_at)
                SELECT 30000000 + n, 20000000, 'SHARED', 'analyst-9', '2026-03-02Z'
                  FROM generate_series(1, 180000) AS n
                """).update();
        TestServer.asSuperuser(url, "ANALYZE linking.reason");
        TestServer.asSuperuser(url, "ANALYZE linking.alert_look");
        try {
            for (boolean waiting : List.of(false, true)) {
                assertThat(explained(waiting))
                        .contains("Index Scan Backward using reason_alert")
                        .doesNotContain("Seq Scan", "Sort", "HashAggregate");
                assertThat(mostRows(waiting)).as("waiting %s", waiting).isLessThan(1_000);
            }
        } finally {
            database.sql("DELETE FROM linking.reason WHERE newer >= 30000000").update();
            database.sql("DELETE FROM linking.alert_look WHERE newer >= 30000000")
                    .update();
        }
    }

    private String explained(boolean waiting) {
        return String.join(
                "\n",
                database.sql("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + AlertTable.LIST)
                        .param("newer", Long.MAX_VALUE)
                        .param("older", Long.MAX_VALUE)
                        .param("waiting", waiting)
                        .param("limit", 51)
                        .query(String.class)
                        .list());
    }

    /// The most rows that any step of the plan really read.
    private double mostRows(boolean waiting) {
        return Pattern.compile("actual rows=([0-9.]+)")
                .matcher(explained(waiting))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .max()
                .orElseThrow();
    }

    @Test
    void keepsTheLastWord() {
        var pair = fileAlert("last-word");

        alerts.look(ANALYST, pair, AlertRemark.UNCLEAR);
        alerts.look(ANALYST, pair, AlertRemark.SHARED);

        assertThat(of(pair).look().remark()).isEqualTo(AlertRemark.SHARED);
    }

    @Test
    void asksAgainWhenAnotherIdentifierIsNoticedSince() {
        var pair = fileAlert("once-more");
        alerts.look(ANALYST, pair, AlertRemark.UNCLEAR);

        database.sql("UPDATE linking.alert_look SET looked_at = looked_at - interval '1 year' WHERE newer = ?")
                .param(pair.newer().value())
                .update();

        assertThat(of(pair).waits()).isTrue();
        assertThat(listed(true)).extracting(Alert::pair).contains(pair);
    }

    @Test
    void listsNoAlertWhoseIdentifierDoesNotStandInBothRolesAnyMore() {
        var victim = reports.file(email("stood@town.example").of(PartyRole.VICTIM));
        var other = reports.file(email("stood.elsewhere@town.example"));
        UUID finding = links.record(ANALYST, finding(other, "stood@town.example"));
        settle();
        var pair = ReportPair.of(other, victim);
        assertThat(of(pair).waits()).isTrue();

        links.withdraw(ANALYST, other, finding, WithdrawalReason.OTHER_PERSON);
        settle();

        assertThat(listed(false)).extracting(Alert::pair).doesNotContain(pair);
        assertProblem(PlatformProblem.NOT_FOUND, () -> alerts.look(ANALYST, pair, AlertRemark.SHARED));
    }

    @Test
    void givesAllAlertsPageByPage() {
        for (int i = 0; i < 3; i++) {
            fileAlert("by-page-" + i);
        }
        List<ReportPair> all = listed(false).stream().map(Alert::pair).toList();

        var paged = new java.util.ArrayList<ReportPair>();
        List<Alert> page = alerts.list(ANALYST, false, null, 2);
        while (!page.isEmpty()) {
            page.forEach(alert -> paged.add(alert.pair()));
            page = alerts.list(ANALYST, false, paged.getLast(), 2);
        }

        assertThat(paged).containsExactlyElementsOf(all).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void showsAlertsToNobodyElse() {
        var pair = fileAlert("few-see-it");

        assertThat(links.linksOf(READER, List.of(pair.newer(), pair.older()))).isEmpty();
        assertThat(links.evidence(ANALYST, pair).link().crossRole()).isTrue();
        Stream.<Runnable>of(
                        () -> links.evidence(READER, pair),
                        () -> links.reveal(READER, pair),
                        () -> alerts.list(READER, true, null, 10),
                        () -> alerts.look(READER, pair, AlertRemark.SHARED))
                .forEach(call -> assertProblem(PlatformProblem.NOT_FOUND, call));
        assertThat(reports.openedBy).doesNotContain(READER.id());
    }

    @Test
    void showsWhatAnAlertIsAboutWhereTheReportsAreLinkedToo() {
        var older =
                reports.file(email("both.child@town.example").of(PartyRole.VICTIM), email("both.linked@town.example"));
        var newer = reports.file(email("both.child@town.example"), email("both.linked@town.example"));
        settle();
        var pair = ReportPair.of(newer, older);

        assertThat(links.evidence(ANALYST, pair).link().crossRole()).isFalse();
        assertThat(links.reveal(ANALYST, pair).comparisons())
                .singleElement()
                .satisfies(one -> assertThat(one.older().value()).isEqualTo("both.linked@town.example"));
        assertThat(links.alertEvidence(ANALYST, pair).link().crossRole()).isTrue();
        assertThat(links.alertEvidence(ANALYST, pair).comparisons())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.older().role()).isEqualTo(PartyRole.VICTIM);
                    assertThat(one.newer().role()).isEqualTo(PartyRole.REPORTED_PERSON);
                    assertThat(one.older().value()).isEqualTo("b\u2022\u2022\u2022@town.example");
                });
        assertThat(links.revealAlert(ANALYST, pair).comparisons())
                .singleElement()
                .satisfies(one -> assertThat(one.older().value()).isEqualTo("both.child@town.example"));
        reports.openedBy.clear();
        Stream.<Runnable>of(() -> links.alertEvidence(READER, pair), () -> links.revealAlert(READER, pair))
                .forEach(call -> assertProblem(PlatformProblem.NOT_FOUND, call));
        assertThat(links.evidence(READER, pair).comparisons()).hasSize(1);
        assertThat(reports.openedBy).doesNotContain(READER.id());
    }

    @Test
    void hasNoAlertToShowOfReportsThatAreOnlyLinked() {
        var older = reports.file(email("only.linked@town.example"));
        var newer = reports.file(email("only.linked@town.example"));
        settle();

        assertProblem(PlatformProblem.NOT_FOUND, () -> links.alertEvidence(ANALYST, ReportPair.of(newer, older)));
    }

    @Test
    void knowsNoAlertOfReportsThatShareNothing() {
        var pair = new ReportPair(new ReportNumber(2), new ReportNumber(1));

        assertProblem(PlatformProblem.NOT_FOUND, () -> alerts.look(ANALYST, pair, AlertRemark.SHARED));
    }
}
