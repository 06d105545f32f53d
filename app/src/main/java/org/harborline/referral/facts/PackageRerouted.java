// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.ReferralId;
import org.harborline.registry.AgencyId;

/// A returned package was answered with a new referral.
@FactType("referral.package-rerouted")
public record PackageRerouted(DeliveryId delivery, ReportNumber report, AgencyId agency, ReferralId instead)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
