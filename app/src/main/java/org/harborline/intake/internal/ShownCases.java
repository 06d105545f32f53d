// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;

/// What a client shows by filing a report, whichever interface it came by.
final class ShownCases {

    private ShownCases() {}

    static Set<ConformanceCase> of(AcceptedReport report) {
        var cases = EnumSet.of(ConformanceCase.MINIMAL);
        String text = report.receivedText();
        if (report.escalated()) {
            cases.add(ConformanceCase.ESCALATED);
        }
        if (isFull(text)) {
            cases.add(ConformanceCase.FULL);
        }
        if (text.contains("<priorCTReports>")) {
            cases.add(ConformanceCase.SUPPLEMENT);
        }
        return cases;
    }

    private static boolean isFull(String text) {
        return Stream.of(
                        "<personOrUserReported>",
                        "<espIdentifier>",
                        "<ipCaptureEvent>",
                        "<internetDetails>",
                        "<additionalInfo>")
                .allMatch(text::contains);
    }
}
