// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.harborline.access.PartyDirectory;
import org.harborline.platform.Actor;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyKind;
import org.springframework.stereotype.Component;

/// Tells `access` which organisations people outside can belong to.
@Component
class OrganisationDirectory implements PartyDirectory {

    private static final int MOST = 500;

    private final AgencyDesk agencies;
    private final ProviderDesk providers;
    private final Clock clock;

    OrganisationDirectory(AgencyDesk agencies, ProviderDesk providers, Clock clock) {
        this.agencies = agencies;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    public List<Party> parties(Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var officers = agencies.list(actor, AgencyFilter.all(), "", MOST).agencies().stream()
                .filter(agency -> agency.existsOn(today))
                // task forces first: most officers belong to one
                .sorted(Comparator.comparing(agency -> agency.kind() != AgencyKind.TASK_FORCE))
                .map(agency -> new Party(agency.id().ref(), agency.code(), agency.name()));
        var companies = providers.list(actor).stream()
                .map(provider -> new Party(provider.id().ref(), provider.code(), provider.name()));
        return Stream.concat(officers, companies).toList();
    }
}
