// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.crypto.tink.PublicKeyVerify;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harborline.journal.Inclusion;
import org.harborline.journal.InclusionAnswer;
import org.harborline.journal.internal.SubtreeTable.Range;
import org.harborline.platform.Keyset;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Shows that an entry is in the journal, under the newest signed root. Reads the root, the entry, and two runs of
/// hashes.
@Component
class Inclusions {

    private static final Duration BETWEEN_ROOTS = Duration.ofHours(1);

    private final RootTable roots;
    private final SubtreeTable subtrees;
    private final EntryTable entries;
    private final Chain chain;
    private final PublicKeyVerify verifier;
    private final Transactions transactions;
    private final Clock clock;

    Inclusions(
            RootTable roots,
            SubtreeTable subtrees,
            EntryTable entries,
            Transactions transactions,
            Keyset keyset,
            JsonMapper json,
            Clock clock) {
        this.roots = roots;
        this.subtrees = subtrees;
        this.entries = entries;
        this.chain = new Chain(json, keyset.journalMac());
        this.verifier = keyset.verifier();
        this.transactions = transactions;
        this.clock = clock;
    }

    InclusionAnswer of(RecordRef subject, String type) {
        return transactions.read(() -> {
            Optional<EntryTable.Followed> found = entries.first(subject, type);
            if (found.isEmpty()) {
                return later(clock.instant());
            }
            return roots.latest()
                    .filter(root -> root.size() >= found.get().entry().position())
                    .flatMap(root -> under(root, found.get()))
                    .<InclusionAnswer>map(InclusionAnswer.Shown::new)
                    .orElseGet(() -> later(found.get().entry().recordedAt()));
        });
    }

    /// A root is signed within an hour of every entry; when that is late, soon.
    private InclusionAnswer later(Instant recorded) {
        Instant due = recorded.plus(BETWEEN_ROOTS);
        Instant now = clock.instant();
        return new InclusionAnswer.Later(
                (due.isAfter(now) ? due : now).truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.MINUTES));
    }

    /// Empty while the stored subtrees do not reach as far as the root.
    private Optional<Inclusion> under(Root root, EntryTable.Followed found) {
        long position = found.entry().position();
        String canonical = chain.canonical(found.entry(), found.follower(), found.salt());
        return AuditPath.of(root, position, this::rows)
                .map(path -> checked(new Inclusion(
                        position,
                        canonical,
                        Chain.encode(Chain.leaf(canonical)),
                        path.stream().map(Chain::encode).toList(),
                        root.size(),
                        root.root(),
                        root.signature(),
                        root.signedAt())));
    }

    /// Nobody is given a proof that does not hold.
    private Inclusion checked(Inclusion made) {
        made.flaw(verifier).ifPresent(flaw -> {
            throw new IllegalStateException("the journal does not give a proof of position " + made.position() + " ("
                    + flaw + "): run ./harborline prove");
        });
        return made;
    }

    /// Neighbours of each height, lowest first: entries' leaves and stored subtrees.
    private Map<Integer, List<byte[]>> rows(List<Range> ranges) {
        var rows = new HashMap<Integer, List<byte[]>>();
        Range leaves = ranges.getFirst();
        rows.put(
                0,
                roots.leaves(leaves.after(), (int) (leaves.last() - leaves.after())).stream()
                        .map(Chain::decode)
                        .toList());
        subtrees.within(ranges.subList(1, ranges.size()))
                .forEach(one -> rows.computeIfAbsent(one.height(), _ -> new ArrayList<>())
                        .add(Chain.decode(one.hash())));
        return rows;
    }
}
