// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.access.Role;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Settings;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.LateReferral;
import org.harborline.triage.LateReferrals;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The desk of late referrals with an empty list and one person on the rota, as each test finds it.
@TriageTest
abstract class LateReferralCase {

    static final Actor REFERRAL = Actor.system("tests");
    static final Actor OFFICER =
            new Actor("duty-9", ActorKind.STAFF, EnumSet.copyOf(Role.DUTY_OFFICER.permissions()), null, null);
    static final Actor ADMINISTRATOR = Stage.person("administrator-9");
    static final Duration AGAIN = Duration.ofMinutes(30);
    static final Duration SEEN_TO = Duration.ofHours(4);
    static final Duration SOON = Duration.ofMinutes(5);

    @Autowired
    LateReferrals late;

    @Autowired
    Worklists worklists;

    @Autowired
    Stage.Director director;

    @Autowired
    Stage.MovableClock clock;

    @Autowired
    Stage.PostRoom post;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Settings settings;

    @Autowired
    MockMvcTester mvc;

    String address;

    /// What really is with nobody is told by a job, which knows nothing of these reports.
    @BeforeEach
    void tellNobodyElse() {
        var job = TaskInstanceId.of("referral.watch-unreferred", RecurringTask.INSTANCE);
        Eventually.holds(() -> assertThat(scheduler.getScheduledExecution(job).isEmpty() || isCancelled(job))
                .isTrue());
        late.withNobody(REFERRAL, List.of());
        emptyTheRota();
        address = "late-" + UUID.randomUUID() + "@agency.example";
        worklists.addToRota(ADMINISTRATOR, new NewRotaContact(1, null, null, "Duty", address, null, "en"));
    }

    private boolean isCancelled(TaskInstanceId job) {
        try {
            scheduler.cancel(job);
            return true;
        } catch (RuntimeException atWorkOrOver) {
            return false;
        }
    }

    @AfterEach
    void leaveNothing() {
        late.withNobody(REFERRAL, List.of());
        emptyTheRota();
        post.refuse(false);
        clock.comeBack();
    }

    void emptyTheRota() {
        worklists.rota(ADMINISTRATOR).forEach(one -> worklists.removeFromRota(ADMINISTRATOR, one.id()));
    }

    List<ReportNumber> listed() {
        return late.list(OFFICER).stream().map(LateReferral::report).toList();
    }

    LateReferral one(ReportNumber report) {
        return late.list(OFFICER).stream()
                .filter(one -> one.report().equals(report))
                .findFirst()
                .orElseThrow();
    }

    void arrived(int letters) {
        arrived(address, letters);
    }

    /// The job table runs on the machine's clock: what is due by the clock of a test, or after a failure, is brought
    /// forward. What is due at once is let be, because the scheduler is about to take it.
    void arrived(String at, int letters) {
        Eventually.holds(() -> {
            Instant soon = InstantSource.system().instant().plusSeconds(2);
            waiting().stream()
                    .filter(delivery -> delivery.getExecutionTime().isAfter(soon))
                    .forEach(delivery -> assertThat(scheduler.reschedule(
                                    TaskInstanceId.of(
                                            DeliverLatePage.TASK,
                                            delivery.getTaskInstance().getId()),
                                    Instant.EPOCH))
                            .isTrue());
            assertThat(post.to(at)).hasSize(letters);
        });
    }

    List<ScheduledExecution<Void>> waiting() {
        return scheduler.getScheduledExecutionsForTask(DeliverLatePage.TASK, Void.class);
    }

    String link(ReportNumber report) {
        return settings.publicUrl() + "/reports/" + report;
    }
}
