// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import java.util.List;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.AgencyId;
import org.harborline.registry.CoverageId;

/// What an agency covers was changed.
///
/// @param added new entries
/// @param ended entries that got another end
@FactType("registry.coverage-changed")
public record CoverageChanged(AgencyId agency, List<CoverageId> added, List<CoverageId> ended) implements Fact {

    public CoverageChanged {
        added = List.copyOf(added);
        ended = List.copyOf(ended);
    }

    @Override
    public RecordRef subject() {
        return agency.ref();
    }
}
