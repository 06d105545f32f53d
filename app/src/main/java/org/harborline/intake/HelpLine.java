// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A number that somebody in need can call, kept by the operator.
///
/// @param country ISO 3166-1 code
/// @param languages as people read them
/// @param reviewedBy opaque holder id
/// @param reviewDue the day from which the entry counts as unreviewed
public record HelpLine(
        UUID id,
        String country,
        Kind kind,
        String name,
        String number,
        String hours,
        String languages,
        LocalDate reviewedOn,
        @Nullable String reviewedBy,
        LocalDate reviewDue) {

    public boolean expiredOn(LocalDate day) {
        return !day.isBefore(reviewDue);
    }

    /// What a number is for.
    public enum Kind {
        /// The national emergency number.
        EMERGENCY,
        /// For children and teenagers.
        CHILD,
        /// For survivors and families.
        SURVIVOR,
        /// For anybody in a crisis.
        CRISIS
    }
}
