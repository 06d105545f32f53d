// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.FailingWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Work that outlives a request. Each is enqueued in the current transaction, named by what it is about, so asking
/// twice
/// is asking once.
@Component
class DeliveryJobs {

    static final TaskDescriptor<Void> MAKE = TaskDescriptor.of("referral.make-package");
    static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("referral.deliver-package");
    static final TaskDescriptor<Void> WATCH = TaskDescriptor.of("referral.watch-answer");
    static final TaskDescriptor<Void> SUPPLEMENT = TaskDescriptor.of("referral.send-supplement");
    static final TaskDescriptor<Void> CORRECT = TaskDescriptor.of("referral.send-correction");

    /// Stands between the delivery and the moment in the name of a look that comes beside the regular one.
    static final String ONCE_MORE = "@";

    static final TaskDescriptor<Void> RECONSIDER = TaskDescriptor.of("referral.reconsider-held");

    // the scheduler is made from the tasks, and the tasks need this: so it is looked up when first used
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    DeliveryJobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void make(DeliveryId id) {
        enqueue(MAKE, id.toString(), clock.instant());
    }

    void deliver(DeliveryId id) {
        enqueue(DELIVER, id.toString(), clock.instant());
    }

    void watch(DeliveryId id, Instant dueAt) {
        enqueue(WATCH, id.toString(), dueAt);
    }

    void supplement(DueSupplement due) {
        enqueue(SUPPLEMENT, due.name(), clock.instant());
    }

    void correct(DueCorrection due) {
        enqueue(CORRECT, due.name(), clock.instant());
    }

    /// Looks at a held delivery now, whenever it would have been looked at.
    void reconsider(DeliveryId id) {
        if (!isMadeDue(id)) {
            // the look under way may have begun before what changed now, so one more follows it
            Instant now = clock.instant();
            enqueue(RECONSIDER, id + ONCE_MORE + now.toEpochMilli(), now.plusSeconds(1));
        }
    }

    /// Not while a look is under way, nor when one begins or ends at this very moment.
    private boolean isMadeDue(DeliveryId id) {
        try {
            return scheduler
                    .getObject()
                    .schedule(
                            RECONSIDER.instance(id.toString()).scheduledTo(clock.instant()),
                            SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException underWay) {
            return false;
        }
    }

    /// What has failed and waits for its next try, most failures first.
    List<FailingWork> failing() {
        var failing = new ArrayList<FailingWork>();
        Stream.of(MAKE, DELIVER, SUPPLEMENT, CORRECT, RECONSIDER, CallJobs.ROUND, CallJobs.MAIL)
                .forEach(task -> scheduler
                        .getObject()
                        .fetchScheduledExecutionsForTask(task.getTaskName(), Void.class, waiting -> {
                            if (waiting.getConsecutiveFailures() > 0) {
                                failing.add(new FailingWork(
                                        task.getTaskName(),
                                        waiting.getTaskInstance().getId(),
                                        waiting.getConsecutiveFailures(),
                                        waiting.getLastFailure(),
                                        waiting.getExecutionTime()));
                            }
                        }));
        failing.sort(Comparator.comparingInt(FailingWork::failures).reversed());
        return failing;
    }

    private void enqueue(TaskDescriptor<Void> task, String instance, Instant at) {
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(instance).scheduledTo(at));
    }
}
