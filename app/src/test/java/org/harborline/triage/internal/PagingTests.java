// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.Alarm;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Priority;
import org.harborline.triage.RotaContact;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TriageTest
class PagingTests {

    private static final Actor OFFICER = Stage.person("duty-officer");

    @Autowired
    Stage.Director director;

    @Autowired
    Worklists worklists;

    @Autowired
    PageDuty job;

    @Autowired
    AlarmTable alarms;

    @Autowired
    DutyRota rota;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Stage.MovableClock clock;

    @Autowired
    Stage.PostRoom post;

    @Autowired
    Stage.Switchboard switchboard;

    @Autowired
    Sql sql;

    @Autowired
    SampleRota sampleRota;

    @BeforeEach
    void emptyTheRota() {
        worklists.rota(OFFICER).forEach(contact -> worklists.removeFromRota(OFFICER, contact.id()));
    }

    /// The job table runs on the machine's clock.
    @AfterEach
    void comeBack() {
        post.open(true);
        switchboard.open(true);
        clock.comeBack();
    }

    private UUID contact(int step, @Nullable Instant from, @Nullable Instant until) {
        return worklists.addToRota(
                OFFICER, new NewRotaContact(step, from, until, "Duty " + step, "duty@agency.example", null, "en"));
    }

    private ReportNumber escalated() {
        Invented report = director.invent();
        report.escalated = true;
        report.filedAt = clock.instant();
        return director.file(report);
    }

    private Alarm firstRound(ReportNumber report) {
        Eventually.holds(() -> assertThat(worklists.alarm(OFFICER, report)).isPresent());
        return worklists.alarm(OFFICER, report).orElseThrow();
    }

    @Test
    void pagesTheRotaAtOnceAndAgainUntilSomebodyAcknowledges() {
        UUID first = contact(1, null, null);
        UUID second = contact(2, null, null);
        ReportNumber report = escalated();
        Instant filed = director.standing(report).filedAt();

        Alarm alarm = firstRound(report);
        assertThat(alarm.rounds()).isEqualTo(1);
        assertThat(alarm.endsAt()).isEqualTo(filed.plus(Duration.ofMinutes(15)));
        assertThat(worklists.alarms(OFFICER)).extracting(Alarm::report).contains(report);

        clock.moveOn(Duration.ofMinutes(5));
        Instant next = job.round(report, scheduler).orElseThrow();
        assertThat(next).isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(4)));
        director.settle();
        assertThat(director.facts(report, "triage.duty-paged")).hasSize(2).satisfies(pages -> {
            assertThat(pages.get(0).body()).contains(first.toString()).doesNotContain(second.toString());
            assertThat(pages.get(1).body()).contains(first.toString()).contains(second.toString());
        });

        worklists.acknowledge(OFFICER, report);
        worklists.acknowledge(Stage.person("another"), report);
        job.round(report, scheduler);
        director.settle();

        assertThat(worklists.alarm(OFFICER, report).orElseThrow().acknowledgedBy())
                .isEqualTo("duty-officer");
        assertThat(worklists.alarms(OFFICER)).extracting(Alarm::report).doesNotContain(report);
        assertThat(director.facts(report, "triage.duty-paged")).hasSize(2);
        assertThat(director.facts(report, "triage.page-acknowledged")).hasSize(1);
        assertThat(worklists.lease(OFFICER, report).orElseThrow().holder()).isEqualTo("duty-officer");
    }

    private ReportNumber dangerNow() {
        Invented report = director.invent();
        report.dangerNow = true;
        report.filedAt = clock.instant();
        return director.file(report);
    }

    @Test
    void aBurstFromThePublicIsCalledAboutOnceWithACountAndEveryOneStaysListed() {
        UUID _ = contact(1, null, null);
        clock.moveOn(Duration.ofMinutes(30));
        ReportNumber leader = dangerNow();
        job.round(leader, scheduler);
        List<ReportNumber> others =
                java.util.stream.Stream.generate(this::dangerNow).limit(7).toList();
        others.forEach(report -> job.round(report, scheduler));
        Instant next = job.round(others.getFirst(), scheduler).orElseThrow();
        assertThat(next).isAfter(clock.instant());

        director.settle();
        assertThat(director.facts(leader, "triage.duty-paged")).hasSize(1);
        assertThat(others).allSatisfy(report -> {
            assertThat(director.facts(report, "triage.duty-paged")).isEmpty();
            assertThat(worklists.find(OFFICER, report).orElseThrow().priority()).isEqualTo(Priority.P1);
        });
        assertThat(worklists.alarms(OFFICER))
                .extracting(Alarm::report)
                .contains(leader)
                .containsAll(others);
        assertThat(alarms.withOthers(leader)).isEqualTo(7);

        worklists.acknowledge(OFFICER, leader);
        clock.moveOn(Duration.ofMinutes(6));
        job.round(others.get(3), scheduler);
        job.round(others.get(4), scheduler);
        director.settle();
        assertThat(director.facts(others.get(3), "triage.duty-paged")).hasSize(1);
        assertThat(director.facts(others.get(4), "triage.duty-paged")).isEmpty();
        assertThat(alarms.withOthers(others.get(3))).isEqualTo(6);
        others.forEach(report -> worklists.acknowledge(OFFICER, report));
    }

    @Test
    void aCompanysEscalationIsCalledAboutWhateverThePublicSends() {
        UUID _ = contact(1, null, null);
        firstRound(dangerNow());
        assertThat(firstRound(escalated()).rounds()).isEqualTo(1);
    }

    @Test
    void theJobStandsInTheSameDatabaseAsThePlaceOfTheReport() {
        ReportNumber report = escalated();

        assertThat(scheduler.getScheduledExecution(TaskInstanceId.of(PageDuty.TASK, report.toString())))
                .isPresent();
        assertThat(scheduler.getScheduledExecution(
                        TaskInstanceId.of(PageDuty.TASK, director.file().toString())))
                .isEmpty();
    }

    @Test
    void anyDecisionOfAPersonEndsThePaging() {
        ReportNumber confirmed = escalated();
        ReportNumber lowered = escalated();
        firstRound(confirmed);
        firstRound(lowered);

        worklists.confirm(OFFICER, confirmed);
        worklists.lower(OFFICER, director.lowering(lowered, Priority.P3, LoweringReason.SENT_BY_MISTAKE));
        director.settle();

        assertThat(job.round(confirmed, scheduler)).isEmpty();
        assertThat(job.round(lowered, scheduler)).isEmpty();
    }

    @Test
    void onlyTheSendersWordPagesAndNotWhatItLifts() {
        ReportNumber earlier = director.file();
        director.link(escalated(), earlier);

        assertThat(director.standing(earlier).priority()).isEqualTo(Priority.P2);
        assertThat(scheduler.getScheduledExecution(TaskInstanceId.of(PageDuty.TASK, earlier.toString())))
                .isEmpty();
    }

    @Test
    void anEmptyRotaIsSaidAndDoesNotStopTheClock() {
        ReportNumber report = escalated();

        Alarm alarm = firstRound(report);

        assertThat(alarm.paged()).isZero();
        assertThat(alarm.nextAt()).isNotNull();
    }

    @Test
    void whoCannotBeReachedIsNotCounted() {
        post.open(false);
        contact(1, null, null);
        assertThat(worklists.somebodyCanBePaged()).isFalse();
        assertThat(worklists.rota(OFFICER)).noneMatch(RotaContact::reachable);
        assertThat(firstRound(escalated()).paged()).isZero();

        UUID hooked = worklists.addToRota(
                OFFICER,
                new NewRotaContact(4, null, null, "Duty 4", "duty@agency.example", "https://hook.example/d", "en"));

        assertThat(worklists.somebodyCanBePaged()).isTrue();
        assertThat(rota.toPage(1, clock.instant())).containsExactly(hooked);

        switchboard.open(false);
        assertThat(worklists.somebodyCanBePaged()).isFalse();
        assertThat(worklists.rota(OFFICER)).noneMatch(RotaContact::reachable);
        assertThat(rota.toPage(1, clock.instant())).isEmpty();
    }

    @Test
    void picksWhoIsOnDutyByStepAndNeverNobody() {
        Instant now = clock.instant();
        UUID first = contact(1, now.minusSeconds(60), now.plusSeconds(60));
        UUID off = contact(1, null, now);
        UUID later = contact(2, now, null);

        assertThat(rota.toPage(1, now)).containsExactly(first);
        assertThat(rota.toPage(2, now)).containsExactlyInAnyOrder(first, later);
        assertThat(rota.toPage(1, now.plusSeconds(60))).containsExactly(later);
        assertThat(rota.toPage(1, now.minusSeconds(61))).containsExactly(off);

        worklists.removeFromRota(OFFICER, first);
        worklists.removeFromRota(OFFICER, later);
        assertThat(rota.toPage(1, now)).containsExactly(off);
    }

    @Test
    void keepsNamesAndAddressesSealed() {
        worklists.addToRota(
                OFFICER,
                new NewRotaContact(
                        1, null, null, "Plantedname", "planted@agency.example", "https://hook.example/p", "es"));

        RotaContact opened = worklists.rota(OFFICER).getFirst();
        assertThat(opened.name()).isEqualTo("Plantedname");
        assertThat(opened.mail()).isEqualTo("planted@agency.example");
        assertThat(opened.webhook()).isEqualTo("https://hook.example/p");
        assertThat(opened.secret()).startsWith("whsec_");
        assertThat(opened.toString()).doesNotContain("lanted");
        List<String> stored = sql.of(
                        "SELECT name || ' ' || mail || ' ' || webhook || ' ' || secret FROM triage.rota_contact WHERE webhook IS NOT NULL")
                .query(String.class)
                .list();
        assertThat(stored).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain("lanted", "whsec_"));
    }

    @Test
    void aSandboxStartsWithInventedContactsAndGetsThemOnce() {
        long before = everOnTheRota();

        sampleRota.fill();

        assertThat(before).isGreaterThanOrEqualTo(2);
        assertThat(everOnTheRota()).isEqualTo(before);
    }

    private long everOnTheRota() {
        return sql.of("SELECT count(*) FROM triage.rota_contact")
                .query(Long.class)
                .single();
    }

    @Test
    void namesADeliverySoThatItCanBeReadBack() {
        var order = new DeliverPage.Order(new ReportNumber(1042391), 3, UUID.randomUUID(), DeliverPage.Channel.WEBHOOK);

        assertThat(DeliverPage.Order.of(order.asId())).isEqualTo(order);
    }
}
