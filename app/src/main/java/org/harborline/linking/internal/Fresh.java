// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.jspecify.annotations.Nullable;

/// What one journal entry brings to be linked: the keys of a filed report or of a finding, or that a finding holds none
/// any more.
///
/// @param asserted reports that the sender named and that are its own
/// @param escalated the sender says that it is urgent, which concerns every report it is linked to
/// @param withdrawn the finding that was taken back, when that is what happened
/// @param statement what a filed report states that another can contradict
record Fresh(
        Entry cause,
        ReportNumber report,
        List<Key> keys,
        List<ReportNumber> asserted,
        boolean escalated,
        @Nullable UUID withdrawn,
        Statement statement) {

    /// The same with these keys alone.
    Fresh with(List<Key> some) {
        return new Fresh(cause, report, some, asserted, escalated, withdrawn, statement);
    }

    /// What a finding brings.
    static Fresh found(Entry cause, ReportNumber report, List<Key> keys) {
        return new Fresh(cause, report, keys, List.of(), false, null, Statement.NOTHING);
    }

    /// A finding that holds no more.
    static Fresh withdrawn(Entry cause, ReportNumber report, UUID finding) {
        return new Fresh(cause, report, List.of(), List.of(), false, finding, Statement.NOTHING);
    }

    /// One key.
    ///
    /// @param own blind forms under which the same identifier may be stored, one for each live key version
    /// @param across blind forms of the same identifier in other roles, each with its role
    /// @param places indices of all identifiers of the report that are the same; none for a finding's
    record Key(Sighting sighting, MatchRule rule, List<UUID> own, Map<UUID, RoleSpace> across, Set<Integer> places) {

        /// A key that is stated once.
        Key(Sighting sighting, MatchRule rule, List<UUID> own, Map<UUID, RoleSpace> across) {
            this(sighting, rule, own, across, sighting.identifier() == null ? Set.of() : Set.of(sighting.identifier()));
        }

        /// All blind forms that decide what this key links, each with its role; none when it is not strong.
        Map<UUID, RoleSpace> probes() {
            var probes = new HashMap<>(across);
            own.forEach(form -> probes.put(form, sighting.role()));
            return probes;
        }

        /// Whether the key is stated there, or there too.
        boolean isAt(@Nullable Integer identifier, @Nullable UUID finding) {
            return identifier == null
                    ? finding != null && finding.equals(sighting.finding())
                    : places.contains(identifier);
        }
    }
}
