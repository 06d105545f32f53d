// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// One of two people said whether a link that was drawn for review is right. It changes nothing about the link.
///
/// @param report the newer report
/// @param other the older report
/// @param judgement see [org.harborline.linking.Judgement]
@FactType("linking.link-judged")
public record LinkJudged(UUID review, ReportNumber report, ReportNumber other, Code judgement) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}
