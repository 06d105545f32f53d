// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// A sender finished a report. From here on it may not be lost.
///
/// @param source absent means a company
/// @param answers what somebody who is no company answered to coded questions; absent for companies
@FactType("intake.report-filed")
public record ReportFiled(
        ReportNumber report,
        UUID provider,
        IncidentType incidentType,
        boolean escalated,
        boolean batched,
        Instant filedAt,
        @Nullable ReportSource source,
        @Nullable List<Code> answers)
        implements Fact {

    public ReportFiled {
        answers = answers == null ? null : List.copyOf(answers);
    }

    /// A report of a company.
    public ReportFiled(
            ReportNumber report,
            UUID provider,
            IncidentType incidentType,
            boolean escalated,
            boolean batched,
            Instant filedAt) {
        this(report, provider, incidentType, escalated, batched, filedAt, null, null);
    }

    /// Whether it came from the public, by the pages or by telephone.
    public boolean fromPublic() {
        return source != null && source != ReportSource.PROVIDER;
    }

    /// Whether who reported answered so.
    public boolean answered(String code) {
        return answers != null && answers.contains(Code.of(code));
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
