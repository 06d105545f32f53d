// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.StatedTime;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// An invented report in the shape that triage reads.
final class Invented {

    final ReportNumber number;
    UUID provider = UUID.fromString("00000000-0000-7000-8000-000000000001");
    IncidentType type = IncidentType.CSAM;
    boolean escalated;
    boolean batched;
    boolean dangerNow;
    Set<Code> annotations = Set.of();
    List<ReceivedReport.Party> parties = List.of();
    List<ReceivedReport.Item> items = List.of();
    Instant filedAt = Instant.parse("2026-03-02T10:14:00Z");

    Invented(long number) {
        this.number = new ReportNumber(number);
    }

    ReportFiled filed() {
        return dangerNow
                ? new ReportFiled(number, provider, type, escalated, batched, filedAt)
                        .from(ReportSource.PUBLIC, List.of(Code.of("danger-now")))
                : new ReportFiled(number, provider, type, escalated, batched, filedAt);
    }

    ReceivedReport received() {
        return new ReceivedReport(
                number,
                provider,
                null,
                type,
                new StatedTime(Instant.parse("2026-03-02T10:14:00Z"), "2026-03-02T10:14:00Z", ZoneOffset.UTC),
                annotations,
                escalated,
                batched,
                parties,
                List.of(),
                List.of(),
                List.of(),
                items,
                List.of(),
                null);
    }

    static ReceivedReport.Party party(
            PartyRole role, @Nullable Integer age, @Nullable LocalDate born, @Nullable Boolean compromised) {
        return new ReceivedReport.Party(role, 0, age, born, compromised, false);
    }

    static ReceivedReport.Item item(String flag) {
        return new ReceivedReport.Item("item", null, null, Set.of(Code.of(flag)));
    }
}
