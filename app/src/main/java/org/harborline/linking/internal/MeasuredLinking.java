// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RelatedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Followed;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Links reports that nobody filed, by the follower itself, with all that it writes and a commit, so that it can be
/// measured without filing them first.
@Component
class MeasuredLinking {

    private static final Actor SELF = Actor.system("linking");

    private final Written written = new Written();
    private final AtomicLong positions = new AtomicLong(1L << 50);
    private final LinkingFollower follower;
    private final Transactions transactions;
    private final Journal journal;
    private final Clock clock;

    MeasuredLinking(LinkingFollower follower, Transactions transactions, Journal journal, Clock clock) {
        this.follower = follower.reading(written);
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    /// Links the reports in one batch.
    ///
    /// @return when that began, in nanoseconds of the running machine
    long link(List<ReceivedReport> reports) {
        written.take(reports);
        List<Followed> batch = reports.stream().map(this::followed).toList();
        long start = System.nanoTime();
        var changes = follower.prepare(batch);
        transactions.run(() -> changes.apply((_, fact) -> journal.record(SELF, fact)));
        return start;
    }

    private Followed followed(ReceivedReport report) {
        var fact = new ReportFiled(
                report.number(),
                report.provider(),
                report.incidentType(),
                report.escalated(),
                report.batched(),
                clock.instant());
        var entry = new Entry(
                positions.incrementAndGet(),
                "intake.report-filed",
                1,
                report.number().asRecord(),
                SELF.id(),
                null,
                null,
                null,
                clock.instant(),
                "{}");
        return new Followed(entry, fact);
    }

    /// Reports as they were written down for the batch at hand.
    private static final class Written implements Reports {
        private final Map<ReportNumber, ReceivedReport> reports = new HashMap<>();

        void take(List<ReceivedReport> batch) {
            reports.clear();
            batch.forEach(report -> reports.put(report.number(), report));
        }

        @Override
        public Optional<Report> find(Actor actor, ReportNumber number) {
            return Optional.empty();
        }

        @Override
        public Map<ReportNumber, Report> findAll(Actor actor, Collection<ReportNumber> numbers) {
            return Map.of();
        }

        @Override
        public List<RelatedReport> related(Actor actor, ReportNumber number) {
            return List.of();
        }

        @Override
        public Map<ReportNumber, ReceivedReport> open(Actor actor, Collection<ReportNumber> numbers) {
            return Map.copyOf(reports);
        }
    }
}
