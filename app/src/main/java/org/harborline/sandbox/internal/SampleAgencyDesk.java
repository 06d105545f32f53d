// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.sandbox.Part;
import org.harborline.sandbox.SampleAgencies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes what engineers ask for, and leaves it to a job.
@Component
class SampleAgencyDesk implements SampleAgencies {

    static final TaskDescriptor<Void> PLAY = TaskDescriptor.of("sandbox.play");

    private final Reports reports;
    private final Mode mode;
    private final Clock clock;
    // the scheduler is made from the tasks, and those need this module
    private final ObjectProvider<SchedulerClient> scheduler;

    SampleAgencyDesk(Reports reports, Mode mode, Clock clock, ObjectProvider<SchedulerClient> scheduler) {
        this.reports = reports;
        this.mode = mode;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @Override
    public boolean offered(Actor actor, ReportNumber report) {
        RecordRef party = actor.party();
        if (mode != Mode.SANDBOX || party == null || !actor.may(Permission.REPORT_FILE)) {
            return false;
        }
        Report found = reports.findAll(Cast.SELF, List.of(report)).get(report);
        return found != null
                && found.state() == ReportState.FINISHED
                && party.equals(RecordRef.of("provider", found.provider()));
    }

    @Override
    public void play(Actor actor, ReportNumber report, Part part) {
        if (!offered(actor, report)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        Instant now = clock.instant();
        var play = Play.from(now, report, part);
        SchedulerClient client = scheduler.getObject();
        // two jobs of one part would ask twice what it asks once
        if (client.getScheduledExecution(PLAY.instanceId(play.before().name())).isEmpty()) {
            boolean _ = client.scheduleIfNotExists(PLAY.instance(play.name()).scheduledTo(now));
        }
    }
}
