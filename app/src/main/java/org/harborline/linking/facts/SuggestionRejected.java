// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A person said that two reports for which a link was suggested are not of one person. It is not suggested again.
@FactType("linking.suggestion-rejected")
public record SuggestionRejected(UUID rejection, ReportNumber report, ReportNumber other) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}
