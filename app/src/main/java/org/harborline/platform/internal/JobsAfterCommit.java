// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Starts a job as soon as the transaction that asked for it has committed. The scheduler itself looks at once, when
/// nobody else can see the job yet, and then not before its next poll: a second for each step of the way to an agency
/// or a duty officer.
@Component
class JobsAfterCommit extends AbstractSchedulerListener {

    // asked for late: the scheduler is made with its listeners
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    JobsAfterCommit(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void onExecutionScheduled(TaskInstanceId job, Instant due) {
        if (!due.isAfter(clock.instant()) && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        }
    }

    private void wake() {
        var running = scheduler.getObject();
        var state = running.getSchedulerState();
        if (state.isStarted() && !state.isShuttingDown()) {
            running.triggerCheckForDueExecutions();
        }
    }
}
