// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.AgencyId;

/// An agency was changed.
///
/// @param stillVerified false when the change withdrew its verification
@FactType("registry.agency-changed")
public record AgencyChanged(AgencyId agency, long version, boolean stillVerified) implements Fact {

    @Override
    public RecordRef subject() {
        return agency.ref();
    }
}
