// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Deletes, every hour, what is over: sessions, links, counters of wrong attempts. Nothing depends on it: all of them
/// are judged by their time when they are read.
@Configuration(proxyBeanMethods = false)
class ForgetOldRows {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldRows.class);

    @Bean
    RecurringTask<Void> forgetOldAccessRows(
            SessionTable sessions, InvitationTable invitations, FailureTable failures, Clock clock) {
        return Tasks.recurring("access-forget-old-rows", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> {
                    var now = clock.instant();
                    LOG.debug(
                            "forgotten: {} sessions, {} links, {} counters",
                            sessions.forgetOver(now, now.minus(SessionLimit.IDLE.length())),
                            invitations.forgetExpired(now),
                            failures.forgetBefore(now.minus(SessionLimit.FAILURES.length())));
                });
    }
}
