// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.Set;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.CutUndone;
import org.harborline.linking.facts.LinkCut;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.springframework.stereotype.Component;

/// Tells what a cut and its undoing do to a link: where they stand in the journal, not when they are decided. What was
/// filed before may not be taken up by then, and would be told after them, as if they had never been.
@Component
class Cutting {

    private final LinkTables tables;

    Cutting(LinkTables tables) {
        this.tables = tables;
    }

    void take(Entry entry, LinkCut fact, Consequences consequences) {
        var pair = new ReportPair(fact.report(), fact.other());
        tables.cuts().takeUp(fact.cut(), pair);
        if (rests(pair)) {
            touch(pair, consequences);
            boolean expired = fact.reason().equals(CutReason.EXPIRED.code());
            consequences.record(
                    entry,
                    new LinkWithdrawn(pair.newer(), pair.older(), expired ? LinkWithdrawn.EXPIRED : LinkWithdrawn.CUT));
        }
    }

    void take(Entry entry, CutUndone fact, Consequences consequences) {
        var pair = new ReportPair(fact.report(), fact.other());
        tables.cuts().drop(fact.cut());
        if (rests(pair)) {
            touch(pair, consequences);
            consequences.record(entry, new LinkRestored(pair.newer(), pair.older()));
        }
    }

    /// Both sides are to be measured.
    private void touch(ReportPair pair, Consequences consequences) {
        if (!consequences.replaying()) {
            tables.growth().touch(List.of(pair.newer(), pair.older()));
        }
    }

    private boolean rests(ReportPair pair) {
        return !tables.reasons().resting(Set.of(pair)).isEmpty();
    }
}
