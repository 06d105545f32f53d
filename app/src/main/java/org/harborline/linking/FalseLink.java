// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A link that somebody cut.
///
/// @param who the name of who cut it
/// @param rules on which the link rested, the most telling first; none when a report was erased since
/// @param undone absent while the cut is in force
public record FalseLink(
        Cut cut, String who, List<Code> rules, @Nullable Undone undone) {

    public FalseLink {
        rules = List.copyOf(rules);
    }

    /// That the cut was taken back.
    ///
    /// @param who the name of who took it back
    public record Undone(String who, Instant at) {}

    /// How often links of a rule were cut for a reason, cuts in force alone.
    public record Count(Code rule, CutReason reason, long cuts) {}
}
