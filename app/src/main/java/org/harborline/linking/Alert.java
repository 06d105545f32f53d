// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.jspecify.annotations.Nullable;

/// Two reports in which one identifier stands in two roles. Not a link: it says that a person is to look at both.
///
/// @param kinds of the identifiers, each once
/// @param since when the last of them was noticed
/// @param look what was last said of it; absent while nobody has looked
public record Alert(
        ReportPair pair,
        List<IdentifierKind> kinds,
        Instant since,
        @Nullable Look look) {

    public Alert {
        kinds = List.copyOf(kinds);
    }

    /// Whether somebody is to look: nobody has, or another identifier was noticed since.
    public boolean waits() {
        return look == null || look.at().isBefore(since);
    }

    /// That somebody looked.
    ///
    /// @param by who, as an opaque id
    public record Look(AlertRemark remark, String by, Instant at) {}
}
