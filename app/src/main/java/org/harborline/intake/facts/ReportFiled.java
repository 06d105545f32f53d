// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.completeness.Completeness;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;

/// A sender finished a report. From here on it may not be lost.
///
/// @param source absent means a company
/// @param service the service of the company that it was sent for; absent when that is not known
/// @param rubric how complete it was, by this version; like the two below absent for what no company sent. Read by
/// `notices` alone, because it says nothing of what a report means
/// @param completeness 0 to 100
/// @param missing the lines of the rubric that apply and are not stated, each by its bit
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
        @Nullable List<Code> answers,
        @Nullable ServiceId service,
        @Nullable Code rubric,
        @Nullable Integer completeness,
        @Nullable Long missing)
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
        this(report, provider, incidentType, escalated, batched, filedAt, null, null, null, null, null, null);
    }

    /// The same from somebody who is no company.
    public ReportFiled from(ReportSource door, List<Code> answered) {
        return new ReportFiled(
                report,
                provider,
                incidentType,
                escalated,
                batched,
                filedAt,
                door,
                answered,
                service,
                rubric,
                completeness,
                missing);
    }

    /// The same with how complete it was, and for which service it was sent.
    public ReportFiled of(@Nullable ServiceId sentFor, @Nullable Completeness scored) {
        return new ReportFiled(
                report,
                provider,
                incidentType,
                escalated,
                batched,
                filedAt,
                source,
                answers,
                sentFor,
                scored == null ? null : scored.rubric(),
                scored == null ? null : scored.score(),
                scored == null ? null : scored.missing());
    }

    /// How complete it was; empty for what no company sent.
    public Optional<Completeness> howComplete() {
        return rubric == null || completeness == null || missing == null
                ? Optional.empty()
                : Optional.of(new Completeness(rubric, completeness, missing));
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
