// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// The poll never comes here, so a job that runs was started by the commit.
@SpringBootTest(properties = "db-scheduler.polling-interval=1h")
class JobsAfterCommitTests {

    private static final TaskDescriptor<Void> STEP = TaskDescriptor.of("test.step");
    private static final Set<String> DONE = ConcurrentHashMap.newKeySet();

    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Test
    void runsAJobWhenTheTransactionThatAskedForItHasCommitted() {
        transactions.run(() -> schedule("first"));

        Eventually.holds(() -> assertThat(DONE).contains("first"));
    }

    @Test
    void runsTheNextStepThatAJobAskedForInItsOwnTransaction() {
        transactions.run(() -> schedule("one then another"));

        Eventually.holds(() -> assertThat(DONE).contains("one then another", "another"));
    }

    private void schedule(String name) {
        scheduler.scheduleIfNotExists(STEP.instance(name).scheduledTo(clock.instant()));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Steps {

        @Bean
        Task<Void> step(Transactions transactions, Clock clock) {
            return Tasks.oneTime(STEP).execute((instance, context) -> {
                DONE.add(instance.getId());
                if (instance.getId().endsWith(" then another")) {
                    transactions.run(() -> context.getSchedulerClient()
                            .scheduleIfNotExists(STEP.instance("another").scheduledTo(clock.instant())));
                }
            });
        }
    }
}
