// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.internal.door.OpenReports;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Files reports that came through the public door or by telephone. They are opened and finished in one transaction, so
/// there is never an open one.
@Component
class DoorFiling implements OpenReports {

    /// The clearinghouse's own door as a sender: in no register, without credentials, with nobody to tell.
    static final UUID OWN_DOOR = UUID.fromString("00000000-0000-4000-8000-00000000d00f");

    private final ReportTable reports;
    private final Vault vault;
    private final Writing writing;

    DoorFiling(ReportTable reports, Vault vault, Writing writing) {
        this.reports = reports;
        this.vault = vault;
        this.writing = writing;
    }

    @Override
    public Prepared prepare(Actor actor, AcceptedReport accepted, ReportSource source, List<Code> answers) {
        ReportNumber number = writing.numbers().next();
        RecordRef record = number.asRecord();
        var key = vault.prepare(actor, record, Compartment.REPORT);
        var reporterKey = vault.prepare(actor, record, Compartment.REPORTER);
        SealedText text = key.seal(ReportSeals.RECEIVED_TEXT, ReportSeals.ONLY, accepted.receivedText());
        SealedText sheet = reporterKey.seal(ReportSeals.REPORTER_SHEET, ReportSeals.ONLY, accepted.reporterSheet());
        return new Prepared() {
            @Override
            public ReportNumber number() {
                return number;
            }

            @Override
            public void file() {
                Instant now = writing.clock().instant();
                key.store();
                reporterKey.store();
                reports.insert(
                        new ReportTable.Opening(number, OWN_DOOR, name(source), accepted, null, now, source, null),
                        text,
                        sheet);
                if (reports.finish(number.value(), OWN_DOOR, now, null).isEmpty()) {
                    throw new IllegalStateException("a report of the public door was not filed");
                }
                writing.journal()
                        .record(
                                actor,
                                new ReportFiled(
                                                number,
                                                OWN_DOOR,
                                                accepted.incidentType(),
                                                accepted.escalated(),
                                                accepted.batched(),
                                                now)
                                        .from(source, answers));
            }
        };
    }

    private static String name(ReportSource source) {
        return source == ReportSource.TELEPHONE ? "A caller" : "A member of the public";
    }
}
