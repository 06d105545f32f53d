// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;

/// An agency was entered; nobody has confirmed it yet.
@FactType("registry.agency-registered")
public record AgencyRegistered(AgencyId agency, AgencyKind kind, boolean sample) implements Fact {

    @Override
    public RecordRef subject() {
        return agency.ref();
    }
}
