// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// Records something from outside beside a report. Text only; never what material shows.
///
/// @param kind what it is
/// @param identifierKind for an identifier: which
/// @param qualifier for an identifier: what it is read with, such as a calling code
/// @param onSendersService for an account or screen name: it is on the service of the report's sender
/// @param role whose it is
/// @param value the finding itself
/// @param source where it comes from
/// @param method how it was found
/// @param observedAt when it was true or was seen, in the zone in which it was read
/// @param port for an address: its source port, without which an address leads to nobody
public record RecordFinding(
        ReportNumber report,
        FindingKind kind,
        @Nullable IdentifierKind identifierKind,
        @Nullable String qualifier,
        boolean onSendersService,
        PartyRole role,
        String value,
        String source,
        String method,
        OffsetDateTime observedAt,
        @Nullable Integer port,
        Confidence confidence) {

    /// Nothing was seen before: whoever types an earlier time mistyped it.
    public static final Instant EARLIEST = Instant.EPOCH;

    /// Highest port number.
    public static final int HIGHEST_PORT = 65_535;

    @Override
    public String toString() {
        return "RecordFinding(" + report + ", " + kind + ")";
    }
}
