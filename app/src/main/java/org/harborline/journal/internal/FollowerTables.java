// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import org.springframework.stereotype.Component;

/// What handing over facts reads and writes.
@Component
record FollowerTables(EntryTable entries, CursorTable cursors, ParkedTable parked, InboxTable inbox, Signals signals) {

    void ring() {
        signals.recorded().ring();
    }
}
