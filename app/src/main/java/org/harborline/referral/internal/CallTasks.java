// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.harborline.referral.DeliveryId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Calls as jobs, before everything else that waits.
@Configuration(proxyBeanMethods = false)
class CallTasks {

    private static final int FIRST = 100;
    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final int TRIES = 10;

    @Bean
    Task<Void> callAgency(CallAgency job) {
        return Tasks.custom(CallJobs.ROUND)
                .defaultPriority(FIRST)
                .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AGAIN)))
                .execute((instance, _) -> {
                    var next = job.round(new DeliveryId(UUID.fromString(instance.getId())));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    Task<Void> mailAgency(MailAgency job) {
        return Tasks.custom(CallJobs.MAIL)
                .defaultPriority(FIRST)
                .onFailure(
                        FailureHandler.<Void>maxRetries(TRIES).retryEvery(AGAIN).thenRemove())
                .execute((instance, _) -> {
                    job.bring(CallJobs.Order.of(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
