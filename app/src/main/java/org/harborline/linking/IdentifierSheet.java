// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.intake.StatedTime;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// The identifiers of one report.
///
/// @param revealed values are as stated, and the opening is in the journal
public record IdentifierSheet(ReportNumber report, List<Line> lines, boolean revealed) {

    public IdentifierSheet {
        lines = List.copyOf(lines);
    }

    /// One identifier.
    ///
    /// @param value masked unless the sheet is revealed
    /// @param qualifier what it is read with, such as a platform or calling code
    /// @param strength of its strongest key as it was made, which is what links rest on; absent when it has none
    /// @param changed what the rules and lists of today would make of it instead; absent when that is the same
    /// @param notes why it has no key or a weaker one by the rules and lists of today, as codes
    /// @param rarity how common its strongest key is
    /// @param listing the operator's list on which it stood when it was seen
    public record Line(
            IdentifierKind kind,
            String value,
            @Nullable String qualifier,
            PartyRole role,
            int party,
            @Nullable CaptureEvent event,
            @Nullable StatedTime time,
            @Nullable Integer port,
            Quality quality,
            @Nullable Strength strength,
            @Nullable Changed changed,
            List<Code> notes,
            LinkReason.@Nullable Rarity rarity,
            @Nullable Listing listing) {

        public Line {
            notes = List.copyOf(notes);
        }

        /// That a key would be made otherwise today.
        ///
        /// @param strength the strength that it would have; absent when none would be made
        public record Changed(@Nullable Strength strength) {}

        @Override
        public String toString() {
            return "Line(" + kind + ", " + role + " " + party + ")";
        }
    }
}
