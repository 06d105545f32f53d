// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;
import org.harborline.triage.TriageProblem;
import org.harborline.vault.ErasureParty;
import org.springframework.stereotype.Component;

/// Triage's word on an erasure: what nobody has designated is not erased, or work would vanish from the list; neither
/// is what rose since, because somebody must look at it again.
@Component
class TriageParty implements ErasureParty {

    static final String MODULE = "triage";

    private final StandingTable standings;

    TriageParty(StandingTable standings) {
        this.standings = standings;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Optional<ProblemType> objection(RecordRef record) {
        var number = new ReportNumber(Long.parseLong(record.id()));
        Standing standing = standings.find(List.of(number)).get(number);
        boolean decided = standing != null && standing.designated != null && !standing.raisedSince;
        return decided ? Optional.empty() : Optional.of(TriageProblem.NOT_DECIDED);
    }
}
