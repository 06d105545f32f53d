// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralId;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Confidence;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;

/// An agency that is to receive a package, as decided: the row that a delivery must account for.
///
/// @param follows the delivery that this one supplements, corrects or replaces
/// @param concerns the other report of a supplement or correction
/// @param cause journal position of what made it due; absent when a person decided
/// @param position newest position of the journal when it was decided
/// @param why sealed sentences of the decision
record Chosen(
        DeliveryId delivery,
        ReferralId referral,
        ReportNumber report,
        AgencyId agency,
        PackageKind kind,
        @Nullable DeliveryId follows,
        @Nullable ReportNumber concerns,
        @Nullable Long cause,
        Confidence confidence,
        SealedText why,
        String by,
        Instant at,
        long position) {}
