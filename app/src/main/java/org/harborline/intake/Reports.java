// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harborline.platform.Actor;

/// Reports as received. Nothing here changes a received report; corrections and supplements are reports
/// of their own.
public interface Reports {

    /// The structured facts of a report that need no key: sender, category, times, state.
    Optional<Report> find(Actor actor, ReportNumber number);

    /// As [#find], for several, with one statement.
    Map<ReportNumber, Report> findAll(Actor actor, Collection<ReportNumber> numbers);

    /// Supplements and corrections of a report, and the one it belongs to itself.
    List<RelatedReport> related(Actor actor, ReportNumber number);

    /// Opens received reports in clear, for followers, jobs and the desks that work on them. When a
    /// person asks, a
    /// purpose is needed and the
    /// opening is journalled. Erased reports are absent.
    Map<ReportNumber, ReceivedReport> open(Actor actor, Collection<ReportNumber> numbers);
}
