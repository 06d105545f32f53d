// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.ReferralId;
import org.harborline.registry.AgencyId;

/// A person decided to refer a report.
@FactType("referral.referral-opened")
public record ReferralOpened(ReferralId referral, ReportNumber report, List<AgencyId> recipients) implements Fact {

    public ReferralOpened {
        recipients = List.copyOf(recipients);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
