// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// Clusters that became large or grew fast. All of it needs [org.harborline.platform.Permission#LINK_CUT].
public interface GrowthAlarms {

    /// Newest first.
    ///
    /// @param waiting only those at which nobody has looked
    /// @param after the last one of the page before; absent for the first page
    List<GrowthAlarm> list(Actor actor, boolean waiting, @Nullable UUID after, int limit);

    /// Says that somebody looked. To look at one again changes nothing.
    void look(Actor actor, UUID alarm);
}
