// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.harborline.synthetic.reports.ReportDocument;

/// A report with the truth about it.
///
/// @param number from 1, without gaps; references to earlier reports use it
/// @param people everybody it names, victims included: two reports belong together when they name one of them
/// @param findings what staff found beside it
public record LinkingReport(
        long number,
        String sender,
        Instant at,
        Set<Long> people,
        ReportDocument document,
        List<PaymentFinding> findings) {

    public LinkingReport {
        people = Set.copyOf(people);
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "LinkingReport(" + number + ")";
    }
}
