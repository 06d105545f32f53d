// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// The register of links that turned out to be wrong. It says which rules to trust less. All of it needs
/// [org.harborline.platform.Permission#REPORT_READ].
public interface FalseLinks {

    /// Every cut, undone ones included, newest first.
    ///
    /// @param after the last cut of the page before; absent for the first page
    List<FalseLink> list(Actor actor, @Nullable UUID after, int limit);

    /// By rule, the most telling first, and reason. A link that rested on two rules counts with both.
    List<FalseLink.Count> counts(Actor actor);
}
