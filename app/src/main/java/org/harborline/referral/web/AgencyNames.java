// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.platform.Actor;
import org.harborline.referral.Delivery;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Organisations;
import org.springframework.stereotype.Component;

/// Names of agencies for lists of deliveries. Read by the module itself: whoever may see a delivery may see whose it
/// is.
@Component
class AgencyNames {

    private static final Actor SELF = Actor.system("referral");

    private final Organisations organisations;

    AgencyNames(Organisations organisations) {
        this.organisations = organisations;
    }

    Map<AgencyId, String> of(Collection<Delivery> deliveries) {
        return named(deliveries.stream().map(Delivery::agency).toList());
    }

    Map<AgencyId, String> named(Collection<AgencyId> agencies) {
        var ids = Set.copyOf(agencies);
        return organisations.findAgencies(SELF, ids).values().stream()
                .collect(Collectors.toMap(Agency::id, Agency::name));
    }
}
