// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.synthetic.linking.LinkingReport;
import org.harborline.synthetic.linking.LinkingReports;

/// Judges and reads synthetic documents as the provider interface does.
final class ReadReports {

    /// Numbers of the reports, far from those of other tests.
    static final long FIRST = 50_000_000;

    private final ReportDocuments documents = new ReportDocuments(Clock.fixed(LinkingReports.AS_OF, ZoneOffset.UTC));

    ReceivedReport read(LinkingReport report) {
        String xml = report.document().xml(number -> OptionalLong.of(FIRST + number));
        var accepted = documents.acceptReport(xml.getBytes(StandardCharsets.UTF_8), "UTF-8");
        UUID sender = UUID.nameUUIDFromBytes(report.sender().getBytes(StandardCharsets.UTF_8));
        return documents.read(number(report.number()), sender, accepted.receivedText(), List.of());
    }

    /// The number of a report of the generator's.
    static ReportNumber number(long written) {
        return new ReportNumber(FIRST + written);
    }
}
