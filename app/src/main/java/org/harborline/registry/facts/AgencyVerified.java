// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import java.time.LocalDate;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.AgencyId;

/// Somebody confirmed an agency.
///
/// @param on the day of the check
@FactType("registry.agency-verified")
public record AgencyVerified(AgencyId agency, LocalDate on) implements Fact {

    @Override
    public RecordRef subject() {
        return agency.ref();
    }
}
