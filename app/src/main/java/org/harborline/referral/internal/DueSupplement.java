// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;

/// A report that is to be sent, again or for the first time, to an agency that has a package. Its name is all that is
/// stored until then.
///
/// @param delivery the package to which it belongs
/// @param cause journal position of what happened to a report that the agency has already; 0 for a report that is new
/// to it
record DueSupplement(ReportNumber report, DeliveryId delivery, Occasion occasion, long cause) {

    /// Why something is sent.
    enum Occasion {
        LATER_REPORT,
        DANGER_NOW,
        FINDING,
        BY_HAND
    }

    boolean urgent() {
        return occasion == Occasion.DANGER_NOW;
    }

    PackageKind kind() {
        return urgent() ? PackageKind.URGENT_SUPPLEMENT : PackageKind.SUPPLEMENT;
    }

    String name() {
        return report + "." + delivery + "." + occasion + "." + cause;
    }

    static DueSupplement of(String name) {
        String[] parts = name.split("\\.", -1);
        return new DueSupplement(
                new ReportNumber(Long.parseLong(parts[0])),
                new DeliveryId(UUID.fromString(parts[1])),
                Occasion.valueOf(parts[2]),
                Long.parseLong(parts[3]));
    }
}
