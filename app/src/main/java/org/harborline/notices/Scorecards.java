// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.platform.Actor;
import org.harborline.registry.ProviderId;

/// How complete the reports of companies were, month by month. A company reads its own, with
/// [org.harborline.platform.Permission#COMPANY_READ] or [org.harborline.platform.Permission#FILING_READ]; staff need
/// [org.harborline.platform.Permission#REGISTRY_READ]. Other companies are never named.
public interface Scorecards {

    /// The scorecard of a month. What was filed a moment ago may be missing yet.
    ///
    /// @param month empty for the last one that has ended, or the running one when nothing was filed in that
    Scorecard of(Actor actor, ProviderId provider, Optional<YearMonth> month);

    /// Companies that filed in a month, in the order in which they joined. For staff.
    ///
    /// @param after the last company already shown
    List<Overview> list(Actor actor, YearMonth month, Optional<ProviderId> after, int limit);

    /// With which lines agencies found reports more useful, over all companies together, the most telling
    /// first. Empty until a quarter has enough answers, from enough agencies and companies, and the month
    /// after it is over, too.
    List<Useful> useful(Actor actor);

    /// What agencies said of reports that state a line and of those that do not: how many were useful, in hundredths,
    /// rounded to tens and never below 10 or above 90.
    record Useful(RubricLine line, int stated, int missing) {}

    /// One company in a month.
    ///
    /// @param average 0 to 100
    record Overview(ProviderId provider, long reports, int average) {}
}
