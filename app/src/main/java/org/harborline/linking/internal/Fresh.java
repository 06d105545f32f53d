// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;

/// What one journal entry brings to be linked: the keys of a filed report or of a finding.
///
/// @param asserted reports that the sender named and that are its own
record Fresh(Entry cause, ReportNumber report, List<Key> keys, List<ReportNumber> asserted) {

    /// One key.
    ///
    /// @param own blind forms under which the same identifier may be stored, one for each live key version
    /// @param across blind forms of the same identifier in other roles
    record Key(Sighting sighting, MatchRule rule, List<UUID> own, List<UUID> across) {}
}
