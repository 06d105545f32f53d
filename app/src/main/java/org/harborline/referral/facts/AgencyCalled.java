// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// An agency was called about a correction that takes back what may send somebody to a door.
///
/// @param round counts from 1
/// @param contacts ids of the agency's contacts; empty when none can be reached
/// @param onDuty how many people on duty at the clearinghouse were called as well
@FactType("referral.agency-called")
public record AgencyCalled(
        DeliveryId delivery, ReportNumber report, AgencyId agency, int round, List<UUID> contacts, int onDuty)
        implements Fact {
    public AgencyCalled {
        contacts = List.copyOf(contacts);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
