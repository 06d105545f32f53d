// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A second person compared the address and its time with what was received.
@FactType("referral.address-checked")
public record AddressChecked(ReportNumber report) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
