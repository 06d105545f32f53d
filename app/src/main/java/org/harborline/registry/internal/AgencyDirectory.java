// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.harborline.access.PartyDirectory;
import org.harborline.platform.Actor;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyKind;
import org.springframework.stereotype.Component;

/// Tells `access` which agencies an officer can belong to.
@Component
class AgencyDirectory implements PartyDirectory {

    private static final int MOST = 500;

    private final AgencyDesk agencies;
    private final Clock clock;

    AgencyDirectory(AgencyDesk agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public List<Party> parties(Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return agencies.list(actor, AgencyFilter.all(), "", MOST).agencies().stream()
                .filter(agency -> agency.existsOn(today))
                // task forces first: most officers belong to one
                .sorted(Comparator.comparing(agency -> agency.kind() != AgencyKind.TASK_FORCE))
                .map(agency -> new Party(agency.id().ref(), agency.name()))
                .toList();
    }
}
