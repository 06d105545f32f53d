// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.harborline.referral.DeliveryId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Enqueues calls in the current transaction. Their names carry all they need.
@Component
class CallJobs {

    static final TaskDescriptor<Void> ROUND = TaskDescriptor.of("referral.call-agency");
    static final TaskDescriptor<Void> MAIL = TaskDescriptor.of("referral.mail-agency");

    // the scheduler is made from the tasks, and the tasks need this: so it is looked up when first used
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final Duration every;

    CallJobs(
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock,
            @Value("${harborline.referral.call-every:10m}") Duration every) {
        if (!every.isPositive()) {
            throw new IllegalArgumentException("harborline.referral.call-every is a time such as 10m, never nothing");
        }
        this.scheduler = scheduler;
        this.clock = clock;
        this.every = every;
    }

    /// From one round to the next.
    Duration every() {
        return every;
    }

    void call(DeliveryId id) {
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(ROUND.instance(id.toString()).scheduledTo(clock.instant()));
    }

    void mail(Order order) {
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(MAIL.instance(order.asId()).scheduledTo(clock.instant()));
    }

    /// One mail to one contact; the same for every try.
    record Order(DeliveryId delivery, int round, UUID contact) {

        String asId() {
            return delivery + "_" + round + "_" + contact;
        }

        static Order of(String id) {
            String[] parts = id.split("_", -1);
            return new Order(
                    new DeliveryId(UUID.fromString(parts[0])), Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
        }
    }
}
