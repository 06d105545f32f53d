// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.UUID;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.facts.LinkCut;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.springframework.stereotype.Component;

/// Cuts a link whose time is over, in the name of whoever set it. One transaction: a second run finds nothing
/// to end.
@Component
class ExpireLink {

    private static final Actor ACTOR = Actor.system("link-expiry");

    private final ExpiryTable table;
    private final LinkTables tables;
    private final LinkDesk.Decisions decisions;

    ExpireLink(ExpiryTable table, LinkTables tables, LinkDesk.Decisions decisions) {
        this.table = table;
        this.tables = tables;
        this.decisions = decisions;
    }

    void expire(UUID expiry) {
        Instant now = decisions.clock().instant();
        decisions
                .transactions()
                .run(() -> table.due(expiry, now).ifPresent(due -> {
                    var cut = new Cut(Ids.next(), due.pair(), CutReason.EXPIRED, due.by(), now);
                    // one that a person has cut meanwhile stays as that person left it
                    if (tables.cuts().insert(cut)) {
                        decisions
                                .journal()
                                .record(
                                        ACTOR,
                                        new LinkCut(
                                                cut.id(),
                                                due.pair().newer(),
                                                due.pair().older(),
                                                CutReason.EXPIRED.code()));
                    }
                }));
    }
}
