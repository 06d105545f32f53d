// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// One package and where it is.
///
/// @param report whose content the package holds
/// @param ordinal counts the packages of the report from 1
/// @param follows the delivery that this one supplements, corrects or replaces
/// @param concerns the other report that a supplement or correction is about
/// @param openedBy who decided, as an opaque id
/// @param dueAt until when it is to be acknowledged
/// @param readAt when the agency first opened it
/// @param held why it does not go out yet
/// @param feedback the newest answer
/// @param version raised by every change; a change made on an older version is refused
public record Delivery(
        DeliveryId id,
        ReferralId referral,
        ReportNumber report,
        int ordinal,
        AgencyId agency,
        PackageKind kind,
        DeliveryState state,
        @Nullable DeliveryId follows,
        @Nullable ReportNumber concerns,
        String openedBy,
        Instant openedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant dueAt,
        @Nullable Instant readAt,
        @Nullable Instant answeredAt,
        @Nullable ReturnReason returned,
        @Nullable Held held,
        @Nullable Feedback feedback,
        long version) {

    /// Name for people, also the file's: `HL-<report>-<n>`.
    public String reference() {
        return reference(report, ordinal);
    }

    /// As [#reference()], of a package of which only this is known.
    public static String reference(ReportNumber report, int ordinal) {
        return "HL-" + report + "-" + ordinal;
    }

    /// Whether the urgent supplement still waits for its own acknowledgement.
    public boolean urgentWaiting() {
        return kind == PackageKind.URGENT_SUPPLEMENT && state.waitsForAgency();
    }
}
