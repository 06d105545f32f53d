// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.harborline.intake.OwnReports;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.sandbox.Part;
import org.harborline.sandbox.SampleAgencies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes what engineers ask for, and leaves it to a job.
@Component
class SampleAgencyDesk implements SampleAgencies {

    static final TaskDescriptor<Void> PLAY = TaskDescriptor.of("sandbox.play");

    private final OwnReports reports;
    private final Mode mode;
    private final Clock clock;
    // the scheduler is made from the tasks, and those need this module
    private final ObjectProvider<SchedulerClient> scheduler;

    SampleAgencyDesk(OwnReports reports, Mode mode, Clock clock, ObjectProvider<SchedulerClient> scheduler) {
        this.reports = reports;
        this.mode = mode;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @Override
    public void play(Actor actor, ReportNumber report, Part part) {
        actor.require(Permission.REPORT_FILE);
        boolean filed = mode == Mode.SANDBOX
                && reports.find(actor, report)
                        .filter(one -> one.state() == ReportState.FINISHED)
                        .isPresent();
        if (!filed) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(
                        PLAY.instance(new Play(report, part).name()).scheduledTo(clock.instant()));
    }
}
