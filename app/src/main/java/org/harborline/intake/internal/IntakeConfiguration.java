// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.harborline.intake.WrittenText;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of intake that know nothing of Spring, and its jobs.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WarnSettings.class)
class IntakeConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    @Bean
    ReportDocuments reportDocuments(Clock clock) {
        return new ReportDocuments(clock);
    }

    @Bean
    WrittenText writtenText() {
        return ReportDocuments::isFreeOfContent;
    }

    @Bean
    RecurringTask<Void> expireReportsTask(ExpireReports expire) {
        return Tasks.recurring("intake.expire-reports", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> expire.run());
    }

    @Bean
    RecurringTask<Void> warnOfUnfinishedTask(WarnOfUnfinished warn) {
        return Tasks.recurring("intake.warn-of-unfinished", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> warn.run());
    }

    @Bean
    RecurringTask<Void> forgetFilingKeysTask(OneCallDesk desk, BatchDesk batches) {
        return Tasks.recurring("intake.forget-filing-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    desk.forgetOldKeys();
                    batches.forgetOld();
                });
    }

    @Bean
    RecurringTask<Void> warnOfPreservationTask(WarnOfPreservation warn) {
        return Tasks.recurring("intake.warn-of-preservation", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> warn.run());
    }

    /// Tries for as long as it takes: an escalation that nobody hears of is what this exists to prevent.
    @Bean
    OneTimeTask<Void> tellProviderTask(TellProvider tell) {
        return Tasks.oneTime(TellProvider.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, _) -> tell.run(UUID.fromString(instance.getId())));
    }
}
