// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import org.harborline.journal.Inclusion;
import org.jspecify.annotations.Nullable;

/// A receipt and what stands in it.
///
/// @param proof that the filing is in the journal; absent until the next signed root
/// @param proofFrom when it is to be expected; absent when it is there
/// @param document the receipt as a file, to be kept by its sender
public record Receipt(
        ReportNumber number,
        @Nullable Inclusion proof,
        @Nullable Instant proofFrom,
        String document) {

    public String fileName() {
        return "receipt-" + number + ".json";
    }
}
