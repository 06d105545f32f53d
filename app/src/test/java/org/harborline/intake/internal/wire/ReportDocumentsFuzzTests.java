// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;

/// Runs over the stored inputs in the ordinary build, and searches for new ones with `JAZZER_FUZZ=1`.
class ReportDocumentsFuzzTests {

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    @FuzzTest(maxDuration = "10m")
    void everyInputIsAcceptedAndReadableOrRefusedWithAReason(byte[] document) {
        ReportDocuments.AcceptedReport accepted;
        try {
            accepted = documents.acceptReport(document, null);
        } catch (DocumentRefused refused) {
            if (refused.findings().isEmpty()) {
                throw new AssertionError("refused without a reason", refused);
            }
            return;
        }
        // outside, because what was accepted may not be refused any more
        var _ = documents.read(new ReportNumber(1), new UUID(0, 1), accepted.receivedText(), List.of());
        var _ = documents.sheet(accepted.reporterSheet());
    }
}
