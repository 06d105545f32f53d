// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The job of invented agencies. It goes one step at a time and looks again a second later, because what people would
/// wait for it waits for too; whatever fails is tried again, until the play is over.
@Configuration(proxyBeanMethods = false)
class SandboxTasks {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Bean
    Task<Void> playTask(Playing playing, Clock clock) {
        return Tasks.custom(SampleAgencyDesk.PLAY)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(SOON))
                .execute((instance, _) -> {
                    boolean done = playing.step(Play.of(instance.getId()), clock.instant());
                    return (complete, operations) -> {
                        if (done) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, clock.instant().plus(SOON));
                        }
                    };
                });
    }
}
