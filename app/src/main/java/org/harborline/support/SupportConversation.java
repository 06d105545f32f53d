// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.util.List;

/// What somebody sees who comes back with their words: what the desk wrote, and nothing of what they said.
///
/// @param fromDesk oldest first
/// @param open false when the desk is through with it; they can still write, and it is opened again
public record SupportConversation(List<SupportFile.Message> fromDesk, boolean open) {

    public SupportConversation {
        fromDesk = List.copyOf(fromDesk);
    }
}
