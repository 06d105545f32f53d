// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import org.harborline.intake.completeness.Completeness;
import org.jspecify.annotations.Nullable;

/// What a sender is told.
///
/// @param description sentences for the sender's engineer; names elements and limits, never values
/// @param report the report concerned; absent on errors
/// @param item the sender's own reference of the item just described
/// @param items the sender's own references of all described items, when a report was finished
/// @param completeness how complete the report is; absent for other answers
public record FilingAnswer(
        WireCode code,
        String description,
        @Nullable ReportNumber report,
        @Nullable String item,
        List<String> items,
        @Nullable Completeness completeness) {

    public FilingAnswer(
            WireCode code,
            String description,
            @Nullable ReportNumber report,
            @Nullable String item,
            List<String> items) {
        this(code, description, report, item, items, null);
    }

    public FilingAnswer {
        items = List.copyOf(items);
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
        return new FilingAnswer(code, description, report, item, items, scored);
    }

    @Override
    public String toString() {
        return "FilingAnswer(" + code + ", " + report + ")";
    }
}
