// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// In which reports an identifier is.
///
/// @param id names this look-up in the journal
/// @param hits newest report first
/// @param reports how many different reports, those not among the hits too; of a very common identifier at least as
/// many
/// @param senders how many different senders
/// @param more there are more hits than shown
/// @param notes why the value cannot be compared, as codes; empty when it can
/// @param missing what was not said with the value, as codes: there may be reports that are not among the hits, such as
/// all that name a child, because children are found by exact keys only
public record LookUpAnswer(
        UUID id, List<Hit> hits, long reports, long senders, boolean more, List<Code> notes, List<Code> missing) {

    public LookUpAnswer {
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
        missing = List.copyOf(missing);
    }

    /// One sighting.
    ///
    /// @param side whose identifier it was: `reported`, `victim` or `recipient`
    /// @param finding the finding that holds it, when no sender stated it
    public record Hit(
            ReportNumber report,
            IdentifierKind kind,
            Code side,
            Code rule,
            int ruleVersion,
            Strength strength,
            Instant seenAt,
            @Nullable UUID finding) {}
}
