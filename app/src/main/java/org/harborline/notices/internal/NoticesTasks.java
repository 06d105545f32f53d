// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The jobs of notices. Their names are ids of senders.
@Configuration(proxyBeanMethods = false)
class NoticesTasks {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    @Bean
    Task<Void> sendMessagesTask(SendMessages send) {
        return Tasks.custom(NoticesJobs.SEND.getTaskName(), Void.class)
                .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AGAIN)))
                .execute((instance, _) -> {
                    Optional<Instant> next = send.run(UUID.fromString(instance.getId()));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    RecurringTask<Void> watchQuestionsTask(WatchQuestions watch) {
        return Tasks.recurring("notices.watch-questions", FixedDelay.of(AGAIN)).execute((_, _) -> watch.run());
    }

    @Bean
    RecurringTask<Void> wakeMessagesTask(SendMessages send) {
        return Tasks.recurring("notices.wake", FixedDelay.of(AGAIN)).execute((_, _) -> send.wake());
    }

    @Bean
    OneTimeTask<Void> tellDisabledTask(TellCompany tell) {
        return Tasks.oneTime(NoticesJobs.TELL_DISABLED)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((instance, _) -> tell.disabled(UUID.fromString(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> tellChangedTask(TellCompany tell) {
        return Tasks.oneTime(NoticesJobs.TELL_CHANGED)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((instance, _) -> tell.changed(UUID.fromString(instance.getId())));
    }
}
