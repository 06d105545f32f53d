// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DiscardReason;
import org.harborline.registry.AgencyId;

/// A package was given up: a held one by a person, or one whose agency gave back what it belongs to. Its agency never
/// gets it.
@FactType("referral.package-discarded")
public record PackageDiscarded(DeliveryId delivery, ReportNumber report, AgencyId agency, DiscardReason reason)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
