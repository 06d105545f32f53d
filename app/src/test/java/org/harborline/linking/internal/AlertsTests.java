// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
    void knowsNoAlertOfReportsThatShareNothing() {
        var pair = new ReportPair(new ReportNumber(2), new ReportNumber(1));

        assertProblem(PlatformProblem.NOT_FOUND, () -> alerts.look(ANALYST, pair, AlertRemark.SHARED));
    }
}
