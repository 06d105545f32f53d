// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.YearMonth;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;

/// How complete a company's reports of a month were. It says nothing of what became of any report.
///
/// @param ended the month is over, so nothing in it changes any more
/// @param trend twelve months up to this one, the newest first, all services together
/// @param services those that filed in the month, the busiest first
public record Scorecard(YearMonth month, boolean ended, List<Step> trend, List<Card> services) {

    public Scorecard {
        trend = List.copyOf(trend);
        services = List.copyOf(services);
    }

    /// One month.
    ///
    /// @param average 0 to 100; absent when nothing was filed
    /// @param peers median of other companies; absent while the month runs, and when too few filed enough
    public record Step(
            YearMonth month,
            long reports,
            @Nullable Integer average,
            @Nullable Integer peers) {}

    /// One service in the month.
    ///
    /// @param service absent for reports that were sent for the company as a whole
    /// @param trend its own twelve months, as above
    /// @param missing what cost it most, the costliest first
    public record Card(
            @Nullable ServiceId service, long reports, int average, List<Step> trend, List<Missing> missing) {

        public Card {
            trend = List.copyOf(trend);
            missing = List.copyOf(missing);
        }
    }

    /// A line of the rubric that reports did not state.
    ///
    /// @param applied how many reports it applied to
    /// @param reports how many of them did not state it
    /// @param example the newest of those
    public record Missing(RubricLine line, long applied, long reports, ReportNumber example) {

        /// In hundredths of the reports that it applied to.
        public long share() {
            return 100 * reports / applied;
        }
    }
}
