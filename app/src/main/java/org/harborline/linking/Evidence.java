// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedTime;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// A link with what was compared, side by side.
public record Evidence(Link link, List<Comparison> comparisons) {

    public Evidence {
        comparisons = List.copyOf(comparisons);
    }

    /// Two values that one rule reads as the same.
    public record Comparison(LinkReason reason, Side newer, Side older) {}

    /// One stated value and where it is kept.
    ///
    /// @param record the report or finding that holds it
    /// @param value masked, or as stated when it was revealed; absent when it was erased
    /// @param role whose it was stated to be
    /// @param comparedAs what the rule reads in the value, when it was revealed and reads otherwise than stated
    public record Side(
            RecordRef record,
            IdentifierKind kind,
            PartyRole role,
            @Nullable String value,
            @Nullable String comparedAs,
            @Nullable StatedTime time) {

        @Override
        public String toString() {
            return "Side(" + record + ", " + kind + ")";
        }
    }
}
