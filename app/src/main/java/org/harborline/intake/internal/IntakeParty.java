// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.Optional;
import org.harborline.intake.IntakeProblem;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;
import org.harborline.vault.ErasureParty;
import org.springframework.stereotype.Component;

/// Intake's word on an erasure: only what was filed is erased. What was not ends by itself.
@Component
class IntakeParty implements ErasureParty {

    private final ReportTable reports;

    IntakeParty(ReportTable reports) {
        this.reports = reports;
    }

    @Override
    public String module() {
        return IntakeFollower.NAME;
    }

    @Override
    public Optional<ProblemType> objection(RecordRef record) {
        var number = new ReportNumber(Long.parseLong(record.id()));
        Report report = reports.find(List.of(number)).get(number);
        if (report == null) {
            return Optional.of(PlatformProblem.NOT_FOUND);
        }
        return report.state() == ReportState.FINISHED ? Optional.empty() : Optional.of(IntakeProblem.NOT_FILED);
    }
}
