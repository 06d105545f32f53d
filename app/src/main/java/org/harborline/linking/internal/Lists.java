// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import org.harborline.platform.Mode;
import org.springframework.stereotype.Component;

/// The lists in force. A version that was taken in counts within a second on every node.
@Component
class Lists {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ListTable table;
    private final KindRules rules;
    private volatile Held held = new Held(0, KnownLists.NONE, 0, false);

    Lists(ListTable table, Mode mode) {
        this.table = table;
        this.rules = new IdentifierRules(mode);
    }

    KnownLists inForce() {
        Held now = held;
        if (now.isFresh()) {
            return now.lists();
        }
        long versions = table.versions();
        KnownLists lists =
                now.read() && versions == now.versions() ? now.lists() : KnownLists.of(table.inForce(), rules);
        held = new Held(versions, lists, System.nanoTime(), true);
        return lists;
    }

    private record Held(long versions, KnownLists lists, long looked, boolean read) {

        boolean isFresh() {
            return read && System.nanoTime() - looked < LOOK_AGAIN.toNanos();
        }
    }
}
