// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.Set;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.ConfirmationUndone;
import org.harborline.linking.facts.LinkConfirmed;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.platform.Actor;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Holds a link by a person's word, whatever becomes of the identifiers, and lets go of it when the word is
/// taken back. Nothing is held of a report that was erased.
@Component
class Confirming {

    private static final Actor SELF = Actor.system("linking");

    private final LinkTables tables;
    private final Vault vault;

    Confirming(LinkTables tables, Vault vault) {
        this.tables = tables;
        this.vault = vault;
    }

    void take(Entry entry, LinkConfirmed fact, Consequences consequences) {
        var pair = new ReportPair(fact.report(), fact.other());
        var ends = List.of(pair.newer().asRecord(), pair.older().asRecord());
        if (!vault.erased(SELF, ends).isEmpty()) {
            return;
        }
        boolean news = !rests(pair) && !isCut(pair);
        Reason word = Reason.confirmed(pair, entry.recordedAt());
        tables.reasons().confirm(word);
        if (news) {
            consequences.record(entry, word.told());
            if (!consequences.replaying()) {
                tables.growth().touch(List.of(pair.newer()));
            }
        }
    }

    void take(Entry entry, ConfirmationUndone fact, Consequences consequences) {
        var pair = new ReportPair(fact.report(), fact.other());
        boolean held = tables.reasons().unconfirm(pair);
        if (held && !rests(pair) && !isCut(pair)) {
            consequences.record(entry, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.UNCONFIRMED));
        }
    }

    private boolean rests(ReportPair pair) {
        return !tables.reasons().resting(Set.of(pair)).isEmpty();
    }

    private boolean isCut(ReportPair pair) {
        return !tables.cuts().among(Set.of(pair)).isEmpty();
    }
}
