// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// When the reports of a cluster were filed, and when what links them was seen.
///
/// @param moments earliest first
/// @param leftOut the moments after these that are not shown; absent when all are
/// @param reports what is known of the reports without opening them
public record Timeline(
        Cluster cluster, List<Moment> moments, @Nullable LeftOut leftOut, Map<ReportNumber, Report> reports) {

    public Timeline {
        moments = List.copyOf(moments);
        reports = Map.copyOf(reports);
    }

    /// Moments that are not shown.
    ///
    /// @param from the first of them
    /// @param to the last
    public record LeftOut(int moments, Instant from, Instant to) {}

    /// One thing that happened.
    ///
    /// @param kind of the identifier that was seen; absent when the report was filed
    /// @param rule by which the identifier links
    /// @param stated the sender said so; otherwise it is a finding of staff
    public record Moment(
            Instant at,
            ReportNumber report,
            @Nullable IdentifierKind kind,
            @Nullable Code rule,
            boolean stated) {

        /// Whether this is the report's arrival.
        public boolean filing() {
            return kind == null;
        }
    }
}
