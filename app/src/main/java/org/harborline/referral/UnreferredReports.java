// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// Reports that were designated for referral and are with no agency and on the way to none: nobody has referred them
/// yet, or what was sent was returned or given up. Needs [org.harborline.platform.Permission#REFER].
public interface UnreferredReports {

    /// From this many on, [#count] counts no further.
    int MANY = 1000;

    /// Most urgent first, then the oldest.
    ///
    /// @param after the last one already shown
    /// @param limit at most 100
    List<ReportNumber> list(Actor actor, @Nullable ReportNumber after, int limit);

    /// How many there are, at most [#MANY].
    long count(Actor actor);
}
