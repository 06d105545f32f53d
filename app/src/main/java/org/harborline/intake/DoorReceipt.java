// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody who reported gets.
///
/// @param number for staff; the public is never told it
/// @param words with which they come back; empty when they came through a door that they have words for
/// @param sentBefore whether this draft had been sent already; what was changed since then was not taken
public record DoorReceipt(@Nullable ReportNumber number, List<String> words, boolean sentBefore) {

    public DoorReceipt {
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        return "DoorReceipt(" + number + ")";
    }
}
