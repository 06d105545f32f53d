// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registry's jobs.
@Configuration(proxyBeanMethods = false)
class RegistryTasks {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int TRIES = 60;
    private static final int AT_ONCE = 200;

    @Bean
    OneTimeTask<Void> mailApplicantTask(MailApplicant job) {
        return Tasks.oneTime(MailApplicant.TASK)
                .onFailure(FailureHandler.<Void>maxRetries(TRIES)
                        .retryEvery(FIRST_RETRY)
                        .thenRemove())
                .execute((instance, _) -> job.run(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> remindCompaniesTask(RemindCompanies remind) {
        return Tasks.recurring("registry.remind-companies", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> remind.run());
    }

    /// In batches, none of which stays open between them.
    @Bean
    RecurringTask<Void> forgetApplicantsTask(
            ApplicantTable table, ApplicantForms forms, Transactions transactions, Clock clock) {
        return Tasks.recurring("registry.forget-applicants", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    List<UUID> ended;
                    do {
                        ended = transactions.write(() -> {
                            List<UUID> some = table.forget(clock.instant(), AT_ONCE);
                            forms.destroy(some);
                            return some;
                        });
                    } while (ended.size() == AT_ONCE);
                });
    }
}
