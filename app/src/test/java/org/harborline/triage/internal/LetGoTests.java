// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.Alarm;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Priority;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.Worklists;
import org.harborline.triage.facts.PriorityConfirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An unconfirmed P1 whose holder lets go of it, or whose clock ends without a look.
@TriageTest
class LetGoTests {

    @Autowired
    Stage.Director director;

    @Autowired
    Worklists worklists;

    @Autowired
    PageDuty job;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Stage.MovableClock clock;

    private final Actor holder = Stage.person("holder-" + UUID.randomUUID());

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    private ReportNumber paged() {
        Invented report = director.invent();
        report.escalated = true;
        report.filedAt = clock.instant();
        director.file(report);
        Eventually.holds(() -> assertThat(worklists.alarm(holder, report.number).map(Alarm::rounds))
                .contains(1));
        return report.number;
    }

    private boolean isOpen(ReportNumber report) {
        return worklists.alarms(holder).stream()
                .anyMatch(alarm -> alarm.report().equals(report));
    }

    @Test
    void givingBackOrPausingPagesAgain() {
        for (Consumer<ReportNumber> lettingGo : List.<Consumer<ReportNumber>>of(
                report -> worklists.giveBack(holder, report), _ -> worklists.pause(holder))) {
            ReportNumber report = paged();
            worklists.take(holder, report);
            assertThat(isOpen(report)).isFalse();

            lettingGo.accept(report);

            assertThat(isOpen(report)).isTrue();
            Eventually.holds(() -> assertThat(worklists.alarm(holder, report).map(Alarm::rounds))
                    .contains(2));
        }
    }

    @Test
    void aLeaseThatRanOutPagesAgain() {
        ReportNumber report = paged();
        worklists.recordFirstLook(holder, new RecordFirstLook(report, Set.of(), Set.of()));
        director.settle();
        clock.moveOn(Duration.ofMinutes(10));
        job.round(report, scheduler);
        assertThat(isOpen(report)).isFalse();
        worklists.keep(holder, report);

        clock.moveOn(Duration.ofMinutes(31));
        job.round(report, scheduler);

        assertThat(isOpen(report)).isTrue();
        assertThat(worklists.alarm(holder, report).orElseThrow().rounds()).isEqualTo(2);
    }

    @Test
    void whoDecidedMayLetGo() {
        ReportNumber confirmed = paged();
        worklists.confirm(holder, confirmed);
        ReportNumber designated = paged();
        worklists.designate(holder, designated, DesignationReason.ONGOING_INCIDENT);
        director.settle();

        worklists.giveBack(holder, confirmed);

        for (ReportNumber report : List.of(confirmed, designated)) {
            assertThat(job.round(report, scheduler)).isEmpty();
            assertThat(isOpen(report)).isFalse();
            assertThat(worklists.alarm(holder, report).orElseThrow().endedAt()).isNotNull();
        }
    }

    @Test
    void aLateAcknowledgementTakesNothing() {
        Actor late = Stage.person("late-" + UUID.randomUUID());
        ReportNumber designated = paged();
        worklists.designate(holder, designated, DesignationReason.ONGOING_INCIDENT);
        ReportNumber confirmed = paged();
        director.happens(new PriorityConfirmed(confirmed, Priority.P1));
        director.settle();
        job.round(confirmed, scheduler);

        worklists.acknowledge(late, designated);
        worklists.acknowledge(late, confirmed);

        assertThat(worklists.held(late)).isEmpty();
        assertThat(worklists.lease(late, designated)).isEmpty();
        assertThat(worklists.alarm(late, confirmed).orElseThrow().acknowledgedBy())
                .isNull();
    }

    @Test
    void aClockThatEndsWithoutALookPagesEveryStepAlthoughSomebodyHoldsTheReport() {
        UUID last = worklists.addToRota(
                holder, new NewRotaContact(9, null, null, "Duty 9", "duty-9@agency.example", null, "en"));
        ReportNumber report = paged();
        worklists.take(holder, report);
        clock.moveOn(Duration.ofMinutes(14));
        job.round(report, scheduler);
        assertThat(isOpen(report)).isFalse();

        clock.moveOn(Duration.ofMinutes(2));
        job.round(report, scheduler);
        director.settle();

        assertThat(isOpen(report)).isTrue();
        assertThat(director.facts(report, "triage.duty-paged").getLast().body()).contains(last.toString());
        worklists.acknowledge(holder, report);
        job.round(report, scheduler);
        assertThat(isOpen(report)).as("whoever takes it over then has it").isFalse();
        worklists.removeFromRota(holder, last);
    }

    @Test
    void aDecisionOnTheLevelIsAFirstLook() {
        ReportNumber report = paged();

        worklists.confirm(holder, report);
        director.settle();

        assertThat(director.standing(report).firstLookAt()).isNotNull();
    }
}
