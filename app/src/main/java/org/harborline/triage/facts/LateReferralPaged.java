// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// People on duty were called because an urgent report was not referred in time. One call is about all
/// such reports.
///
/// @param round counts the calls about this report from 1
/// @param contacts ids of the rota contacts; empty when nobody can be reached, which is an alarm of its
/// own
/// @param dueAt when it must have been referred
@FactType("triage.late-referral-paged")
public record LateReferralPaged(ReportNumber report, int round, List<UUID> contacts, Instant dueAt) implements Fact {
    public LateReferralPaged {
        contacts = List.copyOf(contacts);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
