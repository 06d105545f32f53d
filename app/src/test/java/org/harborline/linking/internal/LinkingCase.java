// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.harborline.linking.internal.Stated.NOON;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.Link;
import org.harborline.linking.Links;
import org.harborline.linking.RecordFinding;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reports written down by a test, filed through the real journal and linked on a real database.
@SpringBootTest(properties = "harborline.linking.fan-out-limit=4")
@Import(WrittenReports.class)
abstract class LinkingCase {

    static final Actor SYSTEM = Actor.system("linking-tests");

    static final Actor ANALYST = new Actor(
            "analyst-7",
            ActorKind.STAFF,
            Set.of(
                    Permission.REPORT_READ,
                    Permission.REPORT_REVEAL,
                    Permission.LOOK_UP,
                    Permission.FINDING_RECORD,
                    Permission.LINK_CUT,
                    Permission.CROSS_ROLE_READ),
            null,
            Purpose.TRIAGE);

    @Autowired
    ReceivedReports reports;

    @Autowired
    Links links;

    @Autowired
    Journal journal;

    @Autowired
    LinkingFollower follower;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient database;

    /// Waits until everything is taken up, and what followed from it is ordered and taken up as well.
    void settle() {
        Eventually.holds(() -> {
            long position = journal.position();
            assertThat(journal.backlog(SYSTEM).cursors().get("linking")).isEqualTo(position);
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.position()).isEqualTo(position);
            assertThat(journal.parked(SYSTEM)).isEmpty();
        });
    }

    /// Waits until the other modules have taken everything up too: they open reports that were filed.
    void settleAll() {
        settle();
        Eventually.holds(() -> assertThat(journal.backlog(SYSTEM).cursors().values())
                .allSatisfy(cursor -> assertThat(cursor).isEqualTo(journal.position())));
    }

    List<Link> linksOf(ReportNumber report) {
        return links.linksOf(ANALYST, List.of(report)).getOrDefault(report, List.of());
    }

    List<ReportNumber> linkedTo(ReportNumber report) {
        return linksOf(report).stream()
                .filter(Link::inEffect)
                .map(link -> link.pair().otherThan(report))
                .toList();
    }

    List<String> facts(ReportNumber newer, ReportNumber older) {
        return journal.of(SYSTEM, new RecordRef("link", newer + "-" + older), 0, 100).stream()
                .map(Entry::type)
                .toList();
    }

    /// What the reports left in the derived tables.
    List<Map<String, Object>> stored(List<ReportNumber> filed) {
        return database.sql("""
                SELECT newer, older, rule, seconds_apart, withdrawn_at IS NULL AS resting
                  FROM linking.reason
                 WHERE newer = ANY(?)
                 ORDER BY newer, older, rule
                """).param(numbers(filed)).query().listOfRows();
    }

    private static Long[] numbers(List<ReportNumber> filed) {
        return filed.stream().map(ReportNumber::value).toArray(Long[]::new);
    }

    /// Drops what is derived from the reports and makes it again.
    ///
    /// @param size how many facts are taken up at once
    void rebuild(List<ReportNumber> filed, int size) {
        rebuild(filed, size, follower::prepare);
    }

    void rebuild(List<ReportNumber> filed, int size, Function<List<Follower.Followed>, Follower.Changes> taking) {
        transactions.run(() -> {
            database.sql("DELETE FROM linking.reason WHERE newer = ANY(?)")
                    .param(numbers(filed))
                    .update();
            database.sql("DELETE FROM linking.sighting WHERE report_number = ANY(?)")
                    .param(numbers(filed))
                    .update();
            database.sql("DELETE FROM linking.hub").update();
            database.sql("DELETE FROM linking.companion").update();
            List<Follower.Followed> all = filed.stream()
                    .map(number -> new Follower.Followed(
                            journal.of(SYSTEM, number.asRecord(), 0, 1).getFirst(), reports.filed(number)))
                    .toList();
            for (int from = 0; from < all.size(); from += size) {
                taking.apply(all.subList(from, Math.min(all.size(), from + size)))
                        .apply((_, _) -> {});
            }
        });
    }

    static RecordFinding finding(ReportNumber report, String value) {
        return new RecordFinding(
                report,
                FindingKind.IDENTIFIER,
                IdentifierKind.EMAIL,
                null,
                false,
                PartyRole.REPORTED_PERSON,
                value,
                "public profile",
                "read on the page",
                NOON.atOffset(java.time.ZoneOffset.UTC),
                null,
                Confidence.HIGH);
    }

    static Actor without(Set<Permission> permissions) {
        return new Actor("analyst-8", ActorKind.STAFF, permissions, null, null);
    }

    static void assertProblem(Object type, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
