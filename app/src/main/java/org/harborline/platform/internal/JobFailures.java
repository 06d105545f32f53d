// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import org.harborline.platform.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Says that a job failed, and where. The scheduler's own words are switched off: they quote the message of the
/// failure,
/// and a mail server's refusal quotes the address.
@Component
class JobFailures extends AbstractSchedulerListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    @Override
    public void onExecutionComplete(ExecutionComplete ended) {
        if (ended.getResult() == ExecutionComplete.Result.FAILED) {
            LOG.warn(
                    "job {} failed: {}",
                    ended.getExecution().getTaskName(),
                    ended.getCause().map(Traces::of).orElse("no reason"));
        }
    }
}
