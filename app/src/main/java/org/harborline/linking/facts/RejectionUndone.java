// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A person took back that two reports are not of one person.
@FactType("linking.rejection-undone")
public record RejectionUndone(UUID rejection, ReportNumber report, ReportNumber other) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}
