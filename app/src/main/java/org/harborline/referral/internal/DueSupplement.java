// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.DeliveryId;

/// A report that is to follow another to its agency. Its name is all that is stored until it is sent.
///
/// @param delivery the package to which it belongs
record DueSupplement(ReportNumber report, DeliveryId delivery, boolean urgent) {

    String name() {
        return report + "." + delivery + (urgent ? ".urgent" : ".ordinary");
    }

    static DueSupplement of(String name) {
        String[] parts = name.split("\\.", -1);
        return new DueSupplement(
                new ReportNumber(Long.parseLong(parts[0])),
                new DeliveryId(UUID.fromString(parts[1])),
                parts[2].equals("urgent"));
    }
}
