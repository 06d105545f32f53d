// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// People on duty were paged about an unconfirmed P1.
///
/// @param round counts from 1; each round goes one step further up the rota
/// @param contacts ids of the rota contacts; empty when nobody can be reached, which is an alarm of its own
/// @param endsAt when the clock to the first human look ends
@FactType("triage.duty-paged")
public record DutyPaged(ReportNumber report, int round, List<UUID> contacts, Instant endsAt) implements Fact {
    public DutyPaged {
        contacts = List.copyOf(contacts);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
