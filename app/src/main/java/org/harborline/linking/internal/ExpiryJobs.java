// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Has links end at their time. Enqueued in the current transaction, named by the expiry.
@Component
class ExpiryJobs {

    static final TaskDescriptor<Void> EXPIRE = TaskDescriptor.of("linking.expire-link");

    // the scheduler is made from the tasks, and the tasks need this: so it is looked up when first used
    private final ObjectProvider<SchedulerClient> scheduler;

    ExpiryJobs(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void expire(UUID expiry, Instant at) {
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(EXPIRE.instance(expiry.toString()).scheduledTo(at));
    }

    /// What fails is tried again for ever: a link whose time is over must end.
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> expireLink(ExpireLink job) {
            return Tasks.oneTime(EXPIRE)
                    .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                    .execute((instance, _) -> job.expire(UUID.fromString(instance.getId())));
        }
    }
}
