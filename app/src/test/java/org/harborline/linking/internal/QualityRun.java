// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.Links;
import org.harborline.linking.RecordFinding;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.synthetic.linking.LinkingChapter;
import org.harborline.synthetic.linking.LinkingReport;
import org.harborline.synthetic.linking.PaymentFinding;
import org.harborline.synthetic.linking.Planted;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes synthetic reports the way of real ones: the document is judged and read as the provider interface does, keys
/// and links are made by the follower on a real database, a chapter at a time. What staff found is recorded at their
/// desk. Only the truth and the numbers of what was linked are kept in memory.
final class QualityRun {

    private final ReceivedReports reports;
    private final LinkingFollower follower;
    private final Links links;
    private final Transactions transactions;
    private final JdbcClient database;
    private final ReadReports documents = new ReadReports();
    private final Map<Long, Set<Long>> people = new HashMap<>();
    private final List<Planted> planted = new ArrayList<>();
    private Duration reading = Duration.ZERO;
    private Duration linking = Duration.ZERO;
    private int refusedFindings;

    QualityRun(LinkingCase test) {
        this.reports = test.reports;
        this.follower = test.follower;
        this.links = test.links;
        this.transactions = test.transactions;
        this.database = test.database;
    }

    /// Takes one chapter.
    void take(LinkingChapter chapter) {
        long start = System.nanoTime();
        List<Follower.Followed> batch =
                chapter.reports().stream().map(this::filed).toList();
        long read = System.nanoTime();
        transactions.run(() -> follower.prepare(batch).apply((_, _) -> {}));
        reading = reading.plusNanos(read - start);
        linking = linking.plusNanos(System.nanoTime() - read);
        chapter.reports().forEach(this::find);
        chapter.reports().forEach(report -> people.put(report.number(), report.people()));
        planted.addAll(chapter.planted());
        chapter.reports().forEach(report -> lighten(ReadReports.number(report.number())));
    }

    private Follower.Followed filed(LinkingReport report) {
        ReportNumber number = ReadReports.number(report.number());
        reports.hold(documents.read(report));
        return new Follower.Followed(
                new Entry(
                        number.value(),
                        "intake.report-filed",
                        1,
                        number.asRecord(),
                        "quality",
                        null,
                        null,
                        null,
                        ReceivedReports.FILED,
                        "{}"),
                reports.filed(number));
    }

    private void find(LinkingReport report) {
        for (PaymentFinding finding : report.findings()) {
            try {
                links.record(
                        LinkingCase.ANALYST,
                        new RecordFinding(
                                ReadReports.number(report.number()),
                                FindingKind.IDENTIFIER,
                                IdentifierKind.PAYMENT_HANDLE,
                                finding.scheme(),
                                false,
                                PartyRole.REPORTED_PERSON,
                                finding.value(),
                                "public profile",
                                "read on the page",
                                // a year before, for the desk goes by the clock of this machine
                                report.at().minus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC),
                                null,
                                Confidence.HIGH));
            } catch (ProblemException _) {
                // a number of a card: never kept, so never compared
                refusedFindings++;
            }
        }
    }

    /// What was linked is in the database; of the report only that it was there is needed from now on.
    private void lighten(ReportNumber number) {
        reports.received.computeIfPresent(
                number,
                (_, whole) -> new ReceivedReport(
                        number,
                        whole.provider(),
                        null,
                        whole.incidentType(),
                        whole.incidentTime(),
                        Set.of(),
                        false,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    /// What came of it, once everything is taken up.
    QualityFigures figures() {
        List<QualityFigures.Grouped> grouped = database.sql("""
                SELECT newer, older, rule
                  FROM linking.reason
                 WHERE NOT cross_role
                   AND withdrawn_at IS NULL
                   AND older > ?
                """)
                .param(ReadReports.FIRST)
                .query((row, _) -> new QualityFigures.Grouped(
                        row.getLong("older") - ReadReports.FIRST,
                        row.getLong("newer") - ReadReports.FIRST,
                        row.getString("rule")))
                .list();
        return QualityFigures.of(people, planted, grouped, new QualityFigures.Times(reading, linking));
    }

    int refusedFindings() {
        return refusedFindings;
    }
}
