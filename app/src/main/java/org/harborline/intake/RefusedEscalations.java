// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// Escalations that were refused, expired or are not finished.
public interface RefusedEscalations {

    /// Newest first. A report is on the list from the moment it expires, or has been open for too long. Needs
    /// [org.harborline.platform.Permission#PAGE_ACKNOWLEDGE].
    ///
    /// @param after the last one of the page before
    List<RefusedEscalation> list(Actor actor, @Nullable UUID after, int limit);
}
