// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A referral would rest on one IP address; a second person was asked to check it.
@FactType("referral.address-check-asked")
public record AddressCheckAsked(ReportNumber report) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
