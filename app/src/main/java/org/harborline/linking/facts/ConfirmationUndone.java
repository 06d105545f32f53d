// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A person took the word back that two reports belong together.
@FactType("linking.confirmation-undone")
public record ConfirmationUndone(UUID confirmation, ReportNumber report, ReportNumber other) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}
