// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// Something that the sender of a report is asked.
///
/// @param agency whose officer asks; absent when staff ask, and for the sender unless the agency lets itself be named
/// @param named whether the sender may know which agency asks
/// @param askedAt absent for the sender, who knows when it was told
/// @param toldAt from when the sender sees it
/// @param words absent in lists, and when the report was erased
public record Question(
        UUID id,
        ReportNumber report,
        QuestionKind kind,
        QuestionState state,
        @Nullable UUID agency,
        boolean named,
        @Nullable Instant askedAt,
        Instant toldAt,
        Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable Words words) {

    /// What was written.
    ///
    /// @param basis reference in law; absent when there is none
    /// @param answer absent while there is none
    public record Words(
            String text, @Nullable String basis, @Nullable String answer) {

        @Override
        public String toString() {
            return "Words";
        }
    }
}
