// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.triage.DutyCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Enqueues one message for each contact and channel in the transaction of whoever asks for the call.
@Component
class DutyCallDesk implements DutyCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DutyCallDesk.class);

    private final DutyRota rota;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    DutyCallDesk(DutyRota rota, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.rota = rota;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public int unreachable(Actor actor, UUID correction, ReportNumber report, int round) {
        actor.require(Permission.REFER);
        Instant now = clock.instant();
        List<UUID> contacts = rota.toPage(round, now);
        if (contacts.isEmpty()) {
            LOG.error(
                    "neither an agency nor anybody on the rota can be reached about a correction of report {}", report);
        }
        for (UUID contact : contacts) {
            for (DeliverPage.Channel channel : DeliverPage.Channel.values()) {
                var order = new DeliverUnreachable.Order(correction, report, round, contact, channel);
                boolean _ = scheduler
                        .getObject()
                        .scheduleIfNotExists(new TaskInstance<Void>(DeliverUnreachable.TASK, order.asId()), now);
            }
        }
        return contacts.size();
    }
}
