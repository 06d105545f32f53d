// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.harborline.triage.facts.FirstLookRecorded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TriageTest
class TriageBatchTests {

    private static final int LINKED = 12;

    @Autowired
    Stage.Director director;

    @Autowired
    RuleBook book;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Sql sql;

    @Test
    void readsAllNeighboursAtOnceHoweverManyAReportLifts() {
        ReportNumber one = director.file();
        for (int i = 0; i < LINKED; i++) {
            director.link(director.file(), one);
        }
        var table = new CountingTable(sql);
        var reports = new Neighbourhood(table);
        var batch = new TriageBatch(reports, book, new Activations(new TreeMap<>()), deadlines, Map.of(), Past.NONE);

        batch.take(new Follower.Followed(
                new Entry(
                        1,
                        "triage.first-look-recorded",
                        1,
                        one.asRecord(),
                        "analyst",
                        null,
                        null,
                        null,
                        Instant.parse("2026-03-02T12:00:00Z"),
                        "{}"),
                new FirstLookRecorded(one, List.of(Code.of("live-event")), List.of())));

        assertThat(reports.toWrite()).hasSize(LINKED + 1);
        assertThat(table.asked)
                .as("the report with its neighbours, then all of theirs")
                .isEqualTo(4);
    }

    /// The real table, and how often it was asked.
    private static final class CountingTable extends StandingTable {
        private int asked;

        private CountingTable(Sql sql) {
            super(sql);
        }

        @Override
        Map<ReportNumber, Standing> find(Collection<ReportNumber> reports) {
            asked++;
            return super.find(reports);
        }

        @Override
        List<Neighbourhood.Link> neighbours(Collection<ReportNumber> reports) {
            asked++;
            return super.neighbours(reports);
        }
    }
}
