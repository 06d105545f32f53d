// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// What an analyst recorded from outside. Printed as a clearinghouse finding, apart from what was received.
///
/// @param text in clear when it was opened; absent in lists and after erasure
/// @param by who recorded it, as an opaque id
/// @param port source port of an address
/// @param offset the zone in which the time was read
/// @param withdrawal absent as long as it holds
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
        Instant recordedAt,
        @Nullable Integer port,
        ZoneOffset offset,
        @Nullable Withdrawal withdrawal) {

    /// That and why it does not hold any more. It stays readable here and goes into no package and no link.
    ///
    /// @param by who withdrew it, as an opaque id
    public record Withdrawal(WithdrawalReason reason, String by, Instant at) {}

    /// The words.
    public record Text(String value, @Nullable String qualifier, String source, String method) {

        @Override
        public String toString() {
            return "Text(hidden)";
        }
    }
}
