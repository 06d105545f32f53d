// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Strength;
import org.jspecify.annotations.Nullable;

/// One stored match key: that a report, or a finding beside it, holds an identifier that nobody can read from here.
///
/// @param blind the blinded key
/// @param ordinal counts the keys of one source from 0
/// @param identifier index in the received report's identifiers; absent for a finding's
/// @param finding the finding that holds it; absent for a stated one
/// @param provider the report's sender; absent for a finding's
/// @param seenAt when it was first stated to be seen
/// @param seenAlso further times in the same source, in document order; kept only where time decides what is linked
record Sighting(
        UUID blind,
        int keyVersion,
        ReportNumber report,
        int ordinal,
        @Nullable Integer identifier,
        @Nullable UUID finding,
        IdentifierKind kind,
        RoleSpace role,
        String rule,
        int ruleVersion,
        Strength strength,
        @Nullable UUID provider,
        Instant seenAt,
        List<Instant> seenAlso) {

    Sighting {
        seenAlso = List.copyOf(seenAlso);
    }

    /// All times, earliest first.
    List<Instant> times() {
        return Stream.concat(Stream.of(seenAt), seenAlso.stream()).sorted().toList();
    }

    /// The same under another blind form of the identifier.
    Sighting under(UUID form) {
        return with(form, seenAlso);
    }

    Sighting alsoAt(List<Instant> times) {
        return with(blind, times);
    }

    private Sighting with(UUID form, List<Instant> also) {
        return new Sighting(
                form,
                keyVersion,
                report,
                ordinal,
                identifier,
                finding,
                kind,
                role,
                rule,
                ruleVersion,
                strength,
                provider,
                seenAt,
                also);
    }
}
