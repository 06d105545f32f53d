// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import java.time.LocalDate;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.AgencyId;
import org.harborline.registry.CoverageId;

/// Somebody confirmed that an agency covers an area.
///
/// @param on the day of the check
@FactType("registry.coverage-verified")
public record CoverageVerified(AgencyId agency, CoverageId coverage, LocalDate on) implements Fact {

    @Override
    public RecordRef subject() {
        return agency.ref();
    }
}
