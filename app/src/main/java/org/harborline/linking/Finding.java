// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// What an analyst recorded from outside. Printed as a clearinghouse finding, apart from what was received.
///
/// @param text in clear when it was opened; absent in lists and after erasure
/// @param by who recorded it, as an opaque id
public record Finding(
        UUID id,
        ReportNumber report,
        FindingKind kind,
        @Nullable IdentifierKind identifierKind,
        PartyRole role,
        Confidence confidence,
        Instant observedAt,
        @Nullable Text text,
        String by,
        Instant recordedAt) {

    /// The words.
    public record Text(String value, @Nullable String qualifier, String source, String method) {

        @Override
        public String toString() {
            return "Text(hidden)";
        }
    }
}
