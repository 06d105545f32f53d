// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import org.harborline.synthetic.reports.PartyBuilder;
import org.jspecify.annotations.Nullable;

/// Where a sender thinks somebody is; city and region may be unknown.
record Place(@Nullable String city, @Nullable String region, String country) {

    /// A city with its state or, abroad, without one.
    static Place city(String city, @Nullable String region, String country) {
        return new Place(city, region, country);
    }

    /// A state of which no city is known: several task forces may share it.
    static Place state(String region) {
        return new Place(null, region, "US");
    }

    void tell(PartyBuilder party) {
        if (city != null && region != null) {
            party.locatedIn(city, region, country);
        } else if (region != null) {
            party.locatedIn(region, country);
        } else {
            party.locatedIn(country);
        }
    }
}
