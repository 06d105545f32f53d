// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.harborline.support.SupportRequestId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The desk's jobs. Nothing but the id of a request is stored with one.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupportSettings.class)
class SupportConfiguration {

    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int TRIES = 12;

    @Bean
    Task<Void> tellOfNewsTask(TellOfNews job) {
        return Tasks.custom(TellOfNews.TASK, Void.class)
                .onFailure(
                        FailureHandler.<Void>maxRetries(TRIES).retryEvery(AGAIN).thenRemove())
                .execute((instance, _) -> {
                    job.tell(new SupportRequestId(UUID.fromString(instance.getId())));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /// Asked for late, because the scheduler is made from all tasks and this is made before it. One mail waits at a
    /// time: two messages in a row are one piece of news.
    @Bean
    NewsBearer newsBearer(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        return request -> scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<>(TellOfNews.TASK, request.toString()), clock.instant());
    }
}
