// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The jobs of the public door.
@Configuration(proxyBeanMethods = false)
class DoorTasks {

    /// Numbers grow old at the end of a day, and the alarm ends when somebody reviewed them.
    private static final Duration LOOKED = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> watchHelpLinesTask(WatchHelpLines watch) {
        return Tasks.recurring("intake.watch-help-lines", FixedDelay.of(LOOKED)).execute((_, _) -> watch.run());
    }
}
