// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.jspecify.annotations.Nullable;

/// Asks in which reports an exact identifier is. Read by the same rules as identifiers in reports.
///
/// @param value as the analyst has it
/// @param qualifier what it is read with: calling code of a phone, type of a device id, service of an account
/// @param provider the provider to which an account or screen name belongs; absent for any
/// @param port source port of an address
/// @param at when the address was used; needed with the port for an exact answer
public record LookUp(
        IdentifierKind kind,
        String value,
        @Nullable String qualifier,
        @Nullable UUID provider,
        @Nullable Integer port,
        @Nullable Instant at) {

    /// Longest value that can be looked up, in characters.
    public static final int LONGEST = 2048;

    public LookUp {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a look-up has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "LookUp(" + kind + ")";
    }
}
