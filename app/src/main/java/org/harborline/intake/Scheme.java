// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What the law of the operator's country says about a filed report. Data, because it differs from country to country,
/// and with a day on which somebody looks at it again, because laws change.
///
/// @param legalEffect the sentence on every receipt
/// @param recipient who receives such reports by law, in words; empty when that is said nowhere
/// @param preservationDays how long a sender keeps the material after it has finished a report
/// @param referenceDays how long a sender keeps the number of a report
/// @param reviewDue absent while nobody has entered it: then it is what Harborline brings
public record Scheme(
        String legalEffect,
        String recipient,
        int preservationDays,
        int referenceDays,
        @Nullable LocalDate reviewDue) {

    /// The longest that a law may ask for here: a hundred years.
    public static final int MOST_DAYS = 36_500;

    /// What holds until an operator says otherwise.
    public static final Scheme BROUGHT = new Scheme(
            "This receipt has no statutory effect; US providers must also report to NCMEC.", "", 365, 365, null);

    /// Until when the material of a report is kept that is finished at a moment.
    public Instant preservedFrom(Instant finished) {
        return finished.plus(preservationDays, ChronoUnit.DAYS);
    }

    /// Until when its number is kept.
    public Instant referenceFrom(Instant finished) {
        return finished.plus(referenceDays, ChronoUnit.DAYS);
    }

    /// Whether nobody looked at it in time.
    public boolean overdueOn(LocalDate today) {
        return reviewDue != null && reviewDue.isBefore(today);
    }
}
