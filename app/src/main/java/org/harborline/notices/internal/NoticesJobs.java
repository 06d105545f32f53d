// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Work that outlives a transaction, enqueued in it. One job a sender sends all that is due to it, so that an endpoint
/// that hangs holds up nobody else.
@Component
class NoticesJobs {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("notices.send");
    static final TaskDescriptor<Void> TELL_DISABLED = TaskDescriptor.of("notices.tell-disabled");
    static final TaskDescriptor<Void> TELL_CHANGED = TaskDescriptor.of("notices.tell-changed");

    // the scheduler is made from the tasks, and the tasks need this: so it is looked up when first used
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    NoticesJobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// What finds a job there already is left to it, and what that one does not see to [SendMessages#wake()].
    void send(UUID provider, Instant at) {
        enqueue(SEND, provider.toString(), at);
    }

    void tellDisabled(UUID provider) {
        enqueue(TELL_DISABLED, provider.toString(), clock.instant());
    }

    /// Several changes at once are told once.
    void tellChanged(UUID provider) {
        enqueue(TELL_CHANGED, provider.toString(), clock.instant());
    }

    private void enqueue(TaskDescriptor<Void> task, String instance, Instant at) {
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(instance).scheduledTo(at));
    }

    /// Brings the job of a sender forward, unless it is at work.
    void sendNow(UUID provider) {
        try {
            boolean _ = scheduler
                    .getObject()
                    .schedule(
                            SEND.instance(provider.toString()).scheduledTo(clock.instant()),
                            SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException atWork) {
            // it looks for what is due before it ends, and the next wake comes within a minute
            return;
        }
    }
}
