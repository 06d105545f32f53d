// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim that two reports belong together, with its reasons. Reports stay whole and nobody is merged.
///
/// @param crossRole not a link but an alert: one report's reported person has an identifier of the other's victim
/// @param reasons strongest first, withdrawn ones included
/// @param cut the cut in force, if any
/// @param since when the first reason was made
public record Link(
        ReportPair pair,
        boolean crossRole,
        LinkState state,
        List<LinkReason> reasons,
        @Nullable Cut cut,
        Instant since) {

    public Link {
        reasons = List.copyOf(reasons);
    }

    /// Whether a person is to look at both: an alert whose identifier still stands in both roles.
    public boolean alerts() {
        return state == LinkState.IN_EFFECT && crossRole;
    }

    /// Whether the two may be shown and judged together.
    public boolean inEffect() {
        return state == LinkState.IN_EFFECT && !crossRole;
    }
}
