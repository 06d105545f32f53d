// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.OutwardStanding;
import org.harborline.notices.OutwardStates;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.springframework.stereotype.Component;

/// Reads what senders are told, each its own.
@Component
class StateDesk implements OutwardStates {

    private final StandingTable standings;
    private final Clock clock;

    StateDesk(StandingTable standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Map<ReportNumber, OutwardStanding> of(Actor actor, Collection<ReportNumber> reports) {
        Instant now = clock.instant();
        return standings.find(reports).values().stream()
                .filter(standing -> maySee(actor, standing))
                .collect(Collectors.toMap(Standing::report, standing -> standing.at(now)));
    }

    private static boolean maySee(Actor actor, Standing standing) {
        RecordRef party = actor.party();
        return party == null
                ? actor.may(Permission.REPORT_READ)
                : party.equals(RecordRef.of("provider", standing.provider()));
    }
}
