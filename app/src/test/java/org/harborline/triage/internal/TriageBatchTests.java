// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
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

    @Autowired
    Reports reports;

    @Autowired
    ActivationTable activations;

    @Autowired
    DutyPager pager;

    @Test
    void readsAllNeighboursAtOnceHoweverManyAReportLifts() {
        ReportNumber one = director.file();
        for (int i = 0; i < LINKED; i++) {
            director.link(director.file(), one);
        }
        var table = new CountingTable(sql);
        var around = new Neighbourhood(table);
        var batch = new TriageBatch(around, book, new Activations(new TreeMap<>()), deadlines, Map.of(), Past.NONE);

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

        assertThat(around.toWrite()).hasSize(LINKED + 1);
        assertThat(table.asked)
                .as("the report with its neighbours, then all of theirs")
                .isEqualTo(4);
    }

    @Test
    void readsTheNeighboursOfAllReportsThatComeAfterTheirLinksAtOnce() {
        List<Invented> late = List.of(director.invent(), director.invent(), director.invent());
        for (Invented report : late) {
            director.link(report.number, director.file());
            director.link(report.number, director.file());
        }
        var table = new CountingTable(sql);
        var follower = new TriageFollower(reports, table, activations, book, deadlines, pager);

        follower.prepare(late.stream().map(TriageBatchTests::filed).toList());

        assertThat(table.asked)
                .as("the reports with their neighbours, then all of theirs")
                .isEqualTo(4);
    }

    private static Follower.Followed filed(Invented report) {
        return new Follower.Followed(
                new Entry(
                        report.number.value(),
                        "intake.report-filed",
                        1,
                        report.number.asRecord(),
                        "intake",
                        null,
                        null,
                        null,
                        report.filedAt,
                        "{}"),
                report.filed());
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
