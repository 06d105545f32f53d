// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.harborline.platform.Actor;
import org.harborline.triage.LateReferrals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Tells triage every minute which urgent reports are designated for referral and with nobody, so that
/// somebody on duty is called when their clocks end. A failed look is made up for by the next.
@Component
class WatchUnreferred {

    static final String TASK = "referral.watch-unreferred";
    private static final Actor ACTOR = Actor.system("watch-unreferred");
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final UnreferredTable unreferred;
    private final LateReferrals late;

    WatchUnreferred(UnreferredTable unreferred, LateReferrals late) {
        this.unreferred = unreferred;
        this.late = late;
    }

    void look() {
        late.withNobody(ACTOR, unreferred.urgent(LateReferrals.MOST));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> watchUnreferredTask(WatchUnreferred watch) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
