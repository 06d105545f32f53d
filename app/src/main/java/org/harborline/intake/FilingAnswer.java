// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.List;
import org.harborline.intake.completeness.Completeness;
import org.jspecify.annotations.Nullable;

/// What a sender is told.
///
/// @param description sentences for the sender's engineer; names elements and limits, never values
/// @param report the report concerned; absent on errors
/// @param item the sender's own reference of the item just described
/// @param finishBy when an opened report is gone unless it is finished
/// @param items the sender's own references of all described items, when a report was finished
/// @param completeness how complete the report is; absent for other answers
public record FilingAnswer(
        WireCode code,
        String description,
        @Nullable ReportNumber report,
        @Nullable String item,
        List<String> items,
        @Nullable Completeness completeness,
        @Nullable Instant finishBy) {

    public FilingAnswer(
            WireCode code,
            String description,
            @Nullable ReportNumber report,
            @Nullable String item,
            List<String> items) {
        this(code, description, report, item, items, null, null);
    }

    public FilingAnswer {
        items = List.copyOf(items);
    }

    /// A report that waits to be finished.
    public static FilingAnswer opened(ReportNumber report, Instant finishBy, String description) {
        return new FilingAnswer(WireCode.SUCCESS, description, report, null, List.of(), null, finishBy);
    }

    /// A refusal.
    public static FilingAnswer of(WireCode code, String description) {
        return new FilingAnswer(code, description, null, null, List.of());
    }

    /// Something done with a report.
    public static FilingAnswer done(ReportNumber report, String description) {
        return new FilingAnswer(WireCode.SUCCESS, description, report, null, List.of());
    }

    /// The same with how complete the report is.
    public FilingAnswer with(@Nullable Completeness scored) {
        return new FilingAnswer(code, description, report, item, items, scored, finishBy);
    }

    @Override
    public String toString() {
        return "FilingAnswer(" + code + ", " + report + ")";
    }
}
