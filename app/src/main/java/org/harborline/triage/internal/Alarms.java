// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.triage.Alarm;
import org.harborline.triage.facts.PageAcknowledged;
import org.springframework.stereotype.Component;

/// Unconfirmed P1s until somebody has seen them.
@Component
class Alarms {

    /// More open alarms than this are one alarm: all hands.
    private static final int SHOWN = 50;

    private final AlarmTable table;
    private final Urgency urgency;
    private final DutyPager pager;
    private final Journal journal;

    Alarms(AlarmTable table, Urgency urgency, DutyPager pager, Journal journal) {
        this.table = table;
        this.urgency = urgency;
        this.pager = pager;
        this.journal = journal;
    }

    List<Alarm> unacknowledged() {
        return table.unacknowledged(SHOWN);
    }

    Optional<Alarm> find(ReportNumber report) {
        return table.find(report);
    }

    /// Who held a report let go of it: as long as it is an unconfirmed P1, paging begins again at once. A lease that
    /// runs
    /// out is noticed by [PageDuty].
    void letGo(ReportNumber report, Instant at) {
        Urgency.State state = urgency.of(report, at);
        if (state.unconfirmed() && table.find(report).isPresent()) {
            table.reopen(report, state.endsAt());
            pager.hurry(report);
        }
    }

    /// A person has the report before them, which is what paging is for. Nothing happens where nobody is paged.
    ///
    /// @return whether paging stops for this
    boolean seenBy(Actor actor, ReportNumber report, Instant at) {
        Optional<Alarm> stopped = table.acknowledge(report, actor.id(), at);
        stopped.ifPresent(alarm -> journal.record(actor, new PageAcknowledged(report, alarm.rounds())));
        return stopped.isPresent();
    }
}
