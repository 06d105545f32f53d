// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;

/// Some of a sender's filed reports, in the order in which they were filed.
///
/// @param last place of the last one; as asked when there is none
/// @param more whether others stand behind it already
public record FiledPage(List<FiledReceipt> receipts, long last, boolean more) {

    public FiledPage {
        receipts = List.copyOf(receipts);
    }
}
