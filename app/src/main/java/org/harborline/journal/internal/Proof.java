// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.crypto.tink.PublicKeyVerify;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.harborline.journal.Entry;
import org.harborline.platform.Keyset;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the whole journal and checks that nothing was changed, removed, moved or cut off.
///
/// Positions must be dense; each entry must have the leaf, chain and mark that its own text gives; each signed head and
/// root, in the database
/// and in the heads file, must agree with the chain at its position.
@Component
class Proof {

    private final Sql sql;
    private final Transactions transactions;
    private final Chain chain;
    private final PublicKeyVerify verifier;

    Proof(Sql sql, Transactions transactions, Keyset keyset, JsonMapper json) {
        this.sql = sql;
        this.transactions = transactions;
        this.chain = new Chain(json, keyset.journalMac());
        this.verifier = keyset.verifier();
    }

    /// Checks everything, beside a running sequencer too. The file is read before the snapshot opens: a head reaches
    /// the
    /// file after its entries were committed, so whatever the file names is in the snapshot.
    ///
    /// @return what was checked, or the first position that is wrong
    Verdict check(HeadsFile file) {
        try {
            var run = new Run();
            run.load(file);
            return transactions.read(() -> check(run));
        } catch (Wrong wrong) {
            return new Verdict(Optional.of(wrong.position), wrong.sentence, 0, 0);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Verdict(Optional.of(0L), "The heads file " + file.path() + " cannot be read.", 0, 0);
        }
    }

    private Verdict check(Run run) {
        run.loadStored();
        sql.of("""
                    SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
                           recorded_at, body, leaf, chain, mark
                      FROM journal.entry
                     ORDER BY position
                    """).query(row -> {
            run.entry(
                    EntryTable.entry(row, 0),
                    row.getString("follower"),
                    new Chain.Link(row.getString("leaf"), row.getString("chain"), row.getString("mark")));
        });
        return run.finish();
    }

    /// Outcome of a check.
    ///
    /// @param wrongAt the first position that is wrong; absent when all is well
    record Verdict(Optional<Long> wrongAt, String sentence, long entries, long heads) {

        boolean holds() {
            return wrongAt.isEmpty();
        }
    }

    /// Ends the check at the first thing that is wrong.
    private static final class Wrong extends RuntimeException {
        private final long position;
        private final String sentence;

        private Wrong(long position, String sentence) {
            super(sentence, null, false, false);
            this.position = position;
            this.sentence = sentence;
        }
    }

    private final class Run {

        private final TreeMap<Long, String> heads = new TreeMap<>();
        private final TreeMap<Long, String> roots = new TreeMap<>();
        private final Frontier frontier = Frontier.empty();
        private long position;
        private String before = Chain.START;

        private void load(HeadsFile file) throws IOException {
            if (file.exists()) {
                file.read().forEach(this::add);
            }
        }

        private void loadStored() {
            sql.of("SELECT position, chain, signature, signed_at FROM journal.head ORDER BY position")
                    .query(row -> {
                        add(new Head(
                                row.getLong("position"),
                                row.getString("chain"),
                                row.getString("signature"),
                                row.getObject("signed_at", OffsetDateTime.class).toInstant()));
                    });
            sql.of("SELECT size, root, frontier, signature, signed_at FROM journal.root ORDER BY size")
                    .query(row -> {
                        var root = new Root(
                                row.getLong("size"),
                                row.getString("root"),
                                row.getString("frontier"),
                                row.getString("signature"),
                                row.getObject("signed_at", OffsetDateTime.class).toInstant());
                        if (!root.isSignedBy(verifier)) {
                            throw new Wrong(
                                    root.size(),
                                    "The root at position " + root.size() + " is not signed by this installation.");
                        }
                        roots.put(root.size(), root.root());
                    });
        }

        private void add(Head head) {
            if (!head.isSignedBy(verifier)) {
                throw new Wrong(
                        head.position(),
                        "The head at position " + head.position() + " is not signed by this installation.");
            }
            String known = heads.put(head.position(), head.chain());
            if (known != null && !known.equals(head.chain())) {
                throw new Wrong(
                        head.position(), "Two different heads are signed for position " + head.position() + ".");
            }
        }

        private void entry(Entry entry, @org.jspecify.annotations.Nullable String follower, Chain.Link stored) {
            position++;
            if (entry.position() != position) {
                throw new Wrong(position, "Position " + position + " is missing.");
            }
            String leaf = Chain.encode(Chain.leaf(chain.canonical(entry, follower)));
            if (!leaf.equals(stored.leaf()) || !chain.isMarked(leaf, stored.mark())) {
                throw new Wrong(position, "Position " + position + " was changed.");
            }
            before = Chain.encode(Chain.sha256(Chain.decode(before), Chain.decode(leaf)));
            if (!before.equals(stored.chain())) {
                throw new Wrong(position, "The chain breaks at position " + position + ".");
            }
            agree(heads, before, "head");
            frontier.add(Chain.decode(leaf));
            if (roots.containsKey(position)) {
                agree(roots, Chain.encode(frontier.root()), "root");
            }
        }

        private void agree(Map<Long, String> signed, String found, String what) {
            String expected = signed.get(position);
            if (expected != null && !expected.equals(found)) {
                throw new Wrong(
                        position, "The signed " + what + " at position " + position + " disagrees with the entries.");
            }
        }

        private Verdict finish() {
            long signed = heads.isEmpty() ? 0 : heads.lastKey();
            if (signed > position) {
                throw new Wrong(
                        position + 1,
                        "Positions " + (position + 1) + " to " + signed + " are missing: a head was signed for "
                                + signed + ".");
            }
            if (signed < position) {
                throw new Wrong(signed + 1, "Position " + (signed + 1) + " and later have no signed head.");
            }
            return new Verdict(
                    Optional.empty(),
                    "The journal holds: " + position + " entries, " + heads.size() + " signed heads, " + roots.size()
                            + " signed roots.",
                    position,
                    heads.size());
        }
    }
}
