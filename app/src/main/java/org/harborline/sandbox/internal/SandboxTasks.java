// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The job of invented agencies. It goes one step at a time and looks again a second later, because what people would
/// wait for it waits for too; whatever fails is tried again. What does not get on is given up: the engineer can ask
/// again.
@Configuration(proxyBeanMethods = false)
class SandboxTasks {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxTasks.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    /// About ten minutes.
    static final int MOST_LOOKS = 600;

    @Bean
    Task<Integer> playTask(Playing playing, Clock clock) {
        return Tasks.custom(SampleAgencyDesk.PLAY)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(SOON))
                .execute((instance, _) -> {
                    boolean done = playing.step(Play.of(instance.getId()));
                    int looks = instance.getData() + 1;
                    return (complete, operations) -> {
                        if (done || looks >= MOST_LOOKS) {
                            noteUnless(done, instance.getId());
                            operations.remove();
                        } else {
                            operations.reschedule(complete, clock.instant().plus(SOON), looks);
                        }
                    };
                });
    }

    private static void noteUnless(boolean done, String play) {
        if (!done) {
            LOG.info("Sandbox play {} given up", play);
        }
    }
}
