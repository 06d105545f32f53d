// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.referral.DeliveryId;

/// A package that names a link which no longer holds.
///
/// @param cause journal position of the withdrawal; one withdrawal is corrected once per package
record DueCorrection(DeliveryId delivery, ReportNumber other, Code reason, long cause) {

    String name() {
        return delivery + "." + other + "." + cause + "." + reason;
    }

    static DueCorrection of(String name) {
        String[] parts = name.split("\\.", 4);
        return new DueCorrection(
                new DeliveryId(UUID.fromString(parts[0])),
                new ReportNumber(Long.parseLong(parts[1])),
                Code.of(parts[3]),
                Long.parseLong(parts[2]));
    }
}
