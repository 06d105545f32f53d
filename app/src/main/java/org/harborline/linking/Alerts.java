// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// Identifiers that stand in two roles. A reported person may be a child or a victim, so few see these, and each is
/// looked at. All of it needs [org.harborline.platform.Permission#CROSS_ROLE_READ].
public interface Alerts {

    /// Alerts whose identifier still stands in both roles, by the newer report, newest first.
    ///
    /// @param waiting only those that somebody is to look at
    /// @param after the last one of the page before; absent for the first page
    List<Alert> list(Actor actor, boolean waiting, @Nullable ReportPair after, int limit);

    /// Says what an alert is. May be said again, by anybody who sees it; the last word stands.
    void look(Actor actor, ReportPair pair, AlertRemark remark);
}
