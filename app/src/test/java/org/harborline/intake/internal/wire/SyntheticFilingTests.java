// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;
import org.harborline.synthetic.reports.Numbering;
import org.harborline.synthetic.world.SyntheticReport;
import org.harborline.synthetic.world.SyntheticReports;
import org.junit.jupiter.api.Test;

/// The same report through either interface is the same report.
class SyntheticFilingTests {

    private final ReportDocuments documents =
            new ReportDocuments(Clock.fixed(SyntheticReports.DEFAULT_AS_OF, ZoneOffset.UTC));

    @Test
    void aReportInOneCallSaysWhatItsDocumentSays() {
        List<SyntheticReport> reports = SyntheticReports.seeded(5).take(500);
        assertThat(reports).anyMatch(report -> report.traits().escalated());

        for (SyntheticReport report : reports) {
            AcceptedReport document = documents.acceptReport(report.xml().getBytes(StandardCharsets.UTF_8), null);
            AcceptedReport call = documents
                    .acceptFiling(report.json(Numbering.AS_WRITTEN).getBytes(StandardCharsets.UTF_8), 1)
                    .report();

            assertThat(documents.differences(document.receivedText(), call.receivedText(), ""))
                    .as("report %d", report.number())
                    .isEmpty();
            assertThat(documents.differences(document.reporterSheet(), call.reporterSheet(), ""))
                    .isEmpty();
            assertThat(call)
                    .extracting(
                            AcceptedReport::incidentType,
                            AcceptedReport::incidentTime,
                            AcceptedReport::escalated,
                            AcceptedReport::batched,
                            AcceptedReport::dropped)
                    .containsExactly(
                            document.incidentType(),
                            document.incidentTime(),
                            document.escalated(),
                            document.batched(),
                            document.dropped());
        }
    }
}
