// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.TestServer;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@TriageTest
class LeaseTests {

    @Autowired
    Stage.Director director;

    @Autowired
    Worklists worklists;

    @Autowired
    Stage.MovableClock clock;

    @Autowired
    Sql sql;

    @Value("${harborline.database.url}")
    String url;

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    private static Actor somebody() {
        return Stage.person("holder-" + UUID.randomUUID());
    }

    private void refusedAsHeld(Runnable work) {
        assertThat(catchThrowableOfType(ProblemException.class, work::run).type())
                .isEqualTo(TriageProblem.LEASED_BY_ANOTHER);
    }

    @Test
    void oneHolderAtATimeAndEveryoneSeesWho() {
        ReportNumber report = director.file();
        Actor holder = somebody();
        Actor other = somebody();

        worklists.take(holder, report);

        assertThat(worklists.lease(other, report).orElseThrow().holder()).isEqualTo(holder.id());
        refusedAsHeld(() -> worklists.take(other, report));
        refusedAsHeld(() -> worklists.designate(other, report, DesignationReason.PAST_INCIDENT));
        refusedAsHeld(() -> worklists.recordFirstLook(
                other, new RecordFirstLook(report, java.util.Set.of(FirstLookFact.CONTACT), java.util.Set.of())));
        director.settle();
        assertThat(director.facts(report, "triage.report-taken")).hasSize(1);
    }

    @Test
    void aLeaseWithoutASignOfLifeRunsOut() {
        ReportNumber report = director.file();
        Actor gone = somebody();
        Actor next = somebody();
        worklists.take(gone, report);

        clock.moveOn(Duration.ofMinutes(29));
        assertThat(worklists.keep(gone, report)).isTrue();
        clock.moveOn(Duration.ofMinutes(29));
        refusedAsHeld(() -> worklists.take(next, report));
        clock.moveOn(Duration.ofMinutes(1));

        assertThat(worklists.keep(gone, report)).isFalse();
        assertThat(worklists.take(next, report).holder()).isEqualTo(next.id());
        assertThat(worklists.held(gone)).isEmpty();
    }

    @Test
    void whoTakesAtTheSameMomentNeverGetsTheSameReport() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            director.file();
        }
        var taken = Collections.synchronizedList(new ArrayList<ReportNumber>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            Actor actor = somebody();
            threads.add(Thread.ofPlatform().start(() -> {
                for (int j = 0; j < 5; j++) {
                    worklists.takeNext(actor).ifPresent(taken::add);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(taken).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void whoAsksForOneReportAtTheSameMomentGetsItOnce() throws InterruptedException {
        ReportNumber report = director.file();
        var winners = Collections.synchronizedList(new ArrayList<String>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            Actor actor = somebody();
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    winners.add(worklists.take(actor, report).holder());
                } catch (ProblemException held) {
                    assertThat(held.type()).isEqualTo(TriageProblem.LEASED_BY_ANOTHER);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(winners).hasSize(1);
    }

    @Test
    void givesTheStrictestReportFirst() {
        Invented danger = director.invent();
        danger.escalated = true;
        director.file();
        director.file(danger);
        Actor actor = somebody();

        var order = new ArrayList<org.harborline.triage.Priority>();
        for (int i = 0; i < 3; i++) {
            worklists
                    .takeNext(actor)
                    .ifPresent(report -> order.add(director.standing(report).priority()));
        }

        assertThat(order).isSorted();
    }

    @Test
    void aPauseGivesEverythingBackAndLooksLikeGivingBack() {
        Actor tired = somebody();
        ReportNumber one = director.file();
        ReportNumber two = director.file();
        worklists.take(tired, one);
        worklists.take(tired, two);

        worklists.pause(tired);
        worklists.pause(tired);
        director.settle();

        assertThat(worklists.held(tired)).isEmpty();
        for (ReportNumber report : List.of(one, two)) {
            assertThat(director.facts(report, "triage.report-given-back"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body()).doesNotContain("pause"));
            worklists.take(somebody(), report);
        }
    }

    @Test
    void givingBackWhatSomebodyElseHoldsDoesNothing() {
        ReportNumber report = director.file();
        Actor holder = somebody();
        worklists.take(holder, report);

        worklists.giveBack(somebody(), report);

        assertThat(worklists.lease(holder, report)).isPresent();
    }

    @Test
    void aDesignatedReportIsNotHandedOutEvenBeforeTheListKnows() {
        ReportNumber report = director.file();
        Actor actor = somebody();
        worklists.designate(actor, report, DesignationReason.NO_LOCATION);

        assertThat(worklists.list(actor, org.harborline.triage.WorkList.OPEN, null, 200))
                .extracting(item -> item.standing().report())
                .doesNotContain(report);
        assertThat(worklists.lease(actor, report)).isEmpty();
    }

    @Test
    void whoMayNotUseTheWorklistSeesNothing() {
        Actor stranger = Stage.person("stranger", Permission.WORKLIST_USE, Permission.REPORT_READ);
        ReportNumber report = director.file();

        for (Supplier<Object> attempt : List.<Supplier<Object>>of(
                () -> worklists.take(stranger, report),
                () -> worklists.takeNext(stranger),
                () -> worklists.held(stranger),
                () -> worklists.find(stranger, report))) {
            assertThat(catchThrowableOfType(ProblemException.class, attempt::get)
                            .type())
                    .isEqualTo(PlatformProblem.NOT_FOUND);
        }
    }

    @Test
    void aReportThatDoesNotExistCannotBeTaken() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> worklists.take(somebody(), new ReportNumber(1)))
                        .type())
                .isEqualTo(PlatformProblem.NOT_FOUND);
    }

    @Test
    void readsTheListFromOneIndexHoweverLongItIs() {
        sql.of("""
                INSERT INTO triage.report
                       (report, provider, category, filed_at, marks, child_signs, modifiers, answered_yes, answered_no, level, confirmed,
                        table_version, reasons, person_confirmed, set_aside, first_look_due_at, due_at, place, designation,
                        designation_reason, designated_at, designated_before, designated_before_at, raised_since, readable, position)
                SELECT 9000000000 + n, gen_random_uuid(), 'csam', timestamptz '2020-01-01Z', '{}', '{}', '{}', '{}', '{}',
                       3 + n % 3, true, 1, '{no-rule-matched}', false, '{}', timestamptz '2099-01-01Z' + n * interval '1 s',
                       timestamptz '2099-01-01Z' + n * interval '1 s', n,
                       CASE WHEN n % 4 > 0 THEN 'ACTIONABLE' END,
                       CASE WHEN n % 4 > 0 THEN 'past-incident' END,
                       CASE WHEN n % 4 > 0 THEN timestamptz '2020-01-02Z' END, '{}', '{}', false, true, 1
                  FROM generate_series(1, 60000) AS n
                """).update();
        TestServer.asSuperuser(url, "ANALYZE triage.report");
        try {
            assertThat(plan()).contains("using report_open").doesNotContain("Sort", "Seq Scan");
        } finally {
            sql.of("DELETE FROM triage.report WHERE report > 9000000000").update();
        }
    }

    private String plan() {
        return String.join("\n", sql.of("""
                                    EXPLAIN
                                    SELECT report, due_at, place,
                                           (SELECT count(*) FROM triage.neighbour WHERE neighbour.report = work.report) AS links
                                      FROM triage.report AS work
                                     WHERE designation IS NULL
                                       AND (level, place, report) > (3, 3600, 9000003600)
                                       AND NOT EXISTS (SELECT FROM triage.designation AS decided WHERE decided.report = work.report)
                                     ORDER BY level, place, report
                                     LIMIT 50
                                    """).query(String.class).list());
    }
}
