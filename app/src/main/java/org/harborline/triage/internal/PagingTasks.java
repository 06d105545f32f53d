// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Paging as jobs. Their names carry all they need, so nothing but ids is ever stored with them.
@Configuration(proxyBeanMethods = false)
class PagingTasks {

    /// Before everything else that waits.
    private static final int FIRST = 100;

    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final int TRIES = 10;
    private static final Logger LOG = LoggerFactory.getLogger(PagingTasks.class);

    @Bean
    Task<Void> pageDutyTask(PageDuty job) {
        return Tasks.custom(PageDuty.TASK, Void.class)
                .defaultPriority(FIRST)
                .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AGAIN)))
                .execute((instance, context) -> {
                    var report = new ReportNumber(Long.parseLong(instance.getId()));
                    Optional<Instant> next = job.round(report, context.getSchedulerClient());
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    Task<Void> deliverPageTask(DeliverPage job) {
        return Tasks.custom(DeliverPage.TASK, Void.class)
                .defaultPriority(FIRST)
                .onFailure(
                        FailureHandler.<Void>maxRetries(TRIES).retryEvery(AGAIN).thenRemove())
                .execute((instance, _) -> {
                    job.deliver(DeliverPage.Order.of(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    Task<Void> deliverLatePageTask(DeliverLatePage job) {
        return Tasks.custom(DeliverLatePage.TASK, Void.class)
                .defaultPriority(FIRST)
                .onFailure(
                        FailureHandler.<Void>maxRetries(TRIES).retryEvery(AGAIN).thenRemove())
                .execute((instance, _) -> {
                    job.deliver(DeliverLatePage.Order.of(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    Task<Void> deliverUnreachableTask(DeliverUnreachable job) {
        return Tasks.custom(DeliverUnreachable.TASK, Void.class)
                .defaultPriority(FIRST)
                .onFailure(
                        FailureHandler.<Void>maxRetries(TRIES).retryEvery(AGAIN).thenRemove())
                .execute((instance, _) -> {
                    job.deliver(DeliverUnreachable.Order.of(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    RecurringTask<Void> tellOfHelpLinesTask(TellOfHelpLines job) {
        return Tasks.recurring("triage.tell-of-help-lines", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> job.run());
    }

    /// What cannot be sent is tried for the rest of its day.
    @Bean
    Task<Void> deliverHelpLineLetterTask(DeliverHelpLineLetter job) {
        return Tasks.custom(DeliverHelpLineLetter.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(Duration.ofMinutes(15))))
                .execute((instance, _) -> {
                    job.deliver(DeliverHelpLineLetter.Order.of(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /// Asked for late, because the scheduler is made from all tasks and this is made before it.
    @Bean
    DutyPager dutyPager(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        return new JobPager(scheduler, clock);
    }

    private record JobPager(ObjectProvider<SchedulerClient> scheduler, Clock clock) implements DutyPager {
        @Override
        public void enqueue(ReportNumber report) {
            scheduler.getObject().scheduleIfNotExists(job(report), clock.instant());
        }

        @Override
        public void hurry(ReportNumber report) {
            try {
                if (!scheduler.getObject().reschedule(job(report), clock.instant())) {
                    enqueue(report);
                }
            } catch (TaskInstanceCurrentlyExecutingException atWork) {
                LOG.debug("the round about report {} that is at work sets the next one", report);
            } catch (TaskInstanceNotFoundException ended) {
                enqueue(report);
            }
        }

        private static TaskInstance<Void> job(ReportNumber report) {
            return new TaskInstance<>(PageDuty.TASK, report.toString());
        }
    }
}
