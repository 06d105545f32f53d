// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.notices.QuestionKind;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// The sender of a report was asked something.
///
/// @param agency whose officer asked; absent when it was staff
/// @param toldAt from when the sender sees it
@FactType("notices.question-asked")
public record QuestionAsked(
        UUID question,
        ReportNumber report,
        UUID provider,
        @Nullable UUID agency,
        QuestionKind kind,
        Instant toldAt,
        Instant dueAt)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
