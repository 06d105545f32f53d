// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.notices.QuestionState;
import org.harborline.platform.RecordRef;

/// A question waits no more: it was answered, or withdrawn.
@FactType("notices.question-settled")
public record QuestionSettled(UUID question, ReportNumber report, QuestionState state) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
