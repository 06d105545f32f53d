// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import com.google.crypto.tink.PublicKeyVerify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.harborline.journal.Entry;
import org.harborline.platform.Keyset;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the whole journal and checks that nothing was changed, removed, moved or cut off.
///
/// Positions must be dense; each entry must have the leaf, chain and mark that its own text gives; each signed head and
/// root, in the database
/// and in the heads file, must agree with the chain at its position; each stored subtree must be what its entries give.
@Component
class Proof {

    private static final int AT_ONCE = 1_000;

    private final Sql sql;
    private final SubtreeTable subtrees;
    private final Transactions transactions;
    private final Chain chain;
    private final PublicKeyVerify verifier;

    Proof(Sql sql, SubtreeTable subtrees, Transactions transactions, Keyset keyset, JsonMapper json) {
        this.sql = sql;
        this.subtrees = subtrees;
        this.transactions = transactions;
        this.chain = new Chain(json, keyset.journalMac());
        this.verifier = keyset.verifier();
    }

    /// Checks everything, beside a running sequencer too. Heads and entries are read side by side, a few at a
    /// time: a journal does not fit into memory. The length of the file is taken before the snapshot opens: a head
    /// reaches the file after its entries were committed, so what the file names up to there is in the snapshot.
    ///
    /// @return what was checked, or the first position that is wrong
    Verdict check(HeadsFile file) {
        try {
            long whole = whole(file);
            return transactions.read(() -> check(file, whole));
        } catch (Wrong wrong) {
            return new Verdict(Optional.of(wrong.position), wrong.sentence, 0, 0);
        }
    }

    /// Without the heads outside the database nothing tells that its end was cut off.
    private long whole(HeadsFile file) {
        try {
            long whole = file.exists() ? file.whole() : 0;
            if (whole == 0 && hasHeads()) {
                throw new Wrong(
                        0,
                        "The heads file " + file.path() + " has no heads, though the database has some: put back the"
                                + " copy that you keep off this machine, or name it with --heads.");
            }
            return whole;
        } catch (IOException cannot) {
            throw unreadable(file);
        }
    }

    private boolean hasHeads() {
        return sql.of("SELECT EXISTS (SELECT 1 FROM journal.head)")
                .query(Boolean.class)
                .single();
    }

    private static Wrong unreadable(HeadsFile file) {
        return new Wrong(0, "The heads file " + file.path() + " cannot be read.");
    }

    private Verdict check(HeadsFile file, long whole) {
        try (var filed = filedHeads(file, whole);
                var stored = storedHeads();
                var kept = subtrees.all(AT_ONCE);
                var entries = entries()) {
            var witness = new SignedHeads(readable(filed.iterator(), file), null);
            var run = new Run(
                    witness, new SignedHeads(stored.iterator(), witness), roots(), new SubtreeCheck(kept.iterator()));
            entries.forEachOrdered(run::entry);
            return run.finish();
        }
    }

    private static Stream<Head> filedHeads(HeadsFile file, long whole) {
        try {
            return whole == 0 ? Stream.empty() : file.read(whole);
        } catch (IOException cannot) {
            throw unreadable(file);
        }
    }

    /// Blames the file for what goes wrong while its lines are read, and for nothing else.
    private static Iterator<Head> readable(Iterator<Head> heads, HeadsFile file) {
        return new AbstractIterator<>() {
            @Override
            protected @Nullable Head computeNext() {
                try {
                    return heads.hasNext() ? heads.next() : endOfData();
                } catch (UncheckedIOException | IllegalArgumentException cannot) {
                    throw unreadable(file);
                }
            }
        };
    }

    private Stream<Head> storedHeads() {
        return sql
                .of("SELECT position, chain, signature, signed_at FROM journal.head ORDER BY position")
                .withFetchSize(AT_ONCE)
                .query((row, _) -> new Head(
                        row.getLong("position"),
                        row.getString("chain"),
                        row.getString("signature"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .stream();
    }

    private Stream<Stored> entries() {
        return sql
                .of("""
                    SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
                           recorded_at, body, salt, leaf, chain, mark
                      FROM journal.entry
                     ORDER BY position
                    """)
                .withFetchSize(AT_ONCE)
                .query((row, _) -> new Stored(
                        row.getLong("position"),
                        entry(row),
                        row.getString("follower"),
                        new Chain.Link(
                                row.getString("salt"),
                                row.getString("leaf"),
                                row.getString("chain"),
                                row.getString("mark"))))
                .stream();
    }

    /// The entry; absent when its columns hold what the sequencer never writes.
    private static @Nullable Entry entry(ResultSet row) throws SQLException {
        try {
            return EntryTable.entry(row, 0);
        } catch (RuntimeException changed) {
            return null;
        }
    }

    /// One an hour, so they fit.
    private Map<Long, String> roots() {
        var roots = new HashMap<Long, String>();
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
        return roots;
    }

    private record Stored(
            long position, @Nullable Entry entry, @Nullable String follower, Chain.Link link) {}

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

    /// Heads of one source, in their order.
    private final class SignedHeads {

        private final PeekingIterator<Head> heads;
        private final @Nullable SignedHeads verified;
        private @Nullable Head latest;
        private long last;
        private long count;

        /// @param verified the other source, which goes ahead: what is the same there needs no second verification,
        /// and that is most of what a proof costs
        private SignedHeads(Iterator<Head> heads, @Nullable SignedHeads verified) {
            this.heads = Iterators.peekingIterator(heads);
            this.verified = verified;
        }

        /// Compares every head up to that position with the entry there.
        private void agree(long position, String chain) {
            while (heads.hasNext() && heads.peek().position() <= position) {
                Head head = next();
                if (head.position() == position && !head.chain().equals(chain)) {
                    throw new Wrong(position, disagrees("head", position));
                }
            }
        }

        private Head next() {
            Head head = heads.next();
            if (!isVerified(head) && !head.isSignedBy(verifier)) {
                throw new Wrong(
                        head.position(),
                        "The head at position " + head.position() + " is not signed by this installation.");
            }
            if (head.position() < last) {
                throw new Wrong(
                        head.position(), "The heads are not in their order at position " + head.position() + ".");
            }
            last = head.position();
            latest = head;
            count++;
            return head;
        }

        private boolean isVerified(Head head) {
            return verified != null && head.equals(verified.latest);
        }

        private long lastOfAll() {
            while (heads.hasNext()) {
                next();
            }
            return last;
        }
    }

    private static String disagrees(String what, long position) {
        return "The signed " + what + " at position " + position + " disagrees with the entries.";
    }

    private final class Run {

        private final SignedHeads filed;
        private final SignedHeads stored;
        private final Map<Long, String> roots;
        private final SubtreeCheck kept;
        private final Frontier frontier = Frontier.empty();
        private long position;
        private String before = Chain.START;

        private Run(SignedHeads filed, SignedHeads stored, Map<Long, String> roots, SubtreeCheck kept) {
            this.kept = kept;
            this.filed = filed;
            this.stored = stored;
            this.roots = roots;
        }

        private void entry(Stored found) {
            position++;
            if (found.position() != position) {
                throw new Wrong(position, "Position " + position + " is missing.");
            }
            String leaf = leaf(found);
            if (!leaf.equals(found.link().leaf())
                    || !chain.isMarked(leaf, found.link().mark())) {
                throw changed();
            }
            before = Chain.encode(Chain.sha256(Chain.decode(before), Chain.decode(leaf)));
            if (!before.equals(found.link().chain())) {
                throw new Wrong(position, "The chain breaks at position " + position + ".");
            }
            filed.agree(position, before);
            stored.agree(position, before);
            frontier.add(Chain.decode(leaf), (height, hash) -> {
                if (!kept.agrees(height, position, hash)) {
                    throw new Wrong(
                            position,
                            "The stored subtree that ends at position " + position + " disagrees with the entries.");
                }
            });
            String root = roots.get(position);
            if (root != null && !root.equals(Chain.encode(frontier.root()))) {
                throw new Wrong(position, disagrees("root", position));
            }
        }

        private String leaf(Stored found) {
            Entry entry = found.entry();
            if (entry == null) {
                throw changed();
            }
            try {
                return Chain.encode(Chain.leaf(
                        chain.canonical(entry, found.follower(), found.link().salt())));
            } catch (RuntimeException changed) {
                // such as a time that does not fit: nothing that was ever hashed
                throw changed();
            }
        }

        private Wrong changed() {
            return new Wrong(position, "Position " + position + " was changed.");
        }

        private Verdict finish() {
            long rooted =
                    roots.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            long signed = Math.max(rooted, Math.max(filed.lastOfAll(), stored.lastOfAll()));
            if (signed > position) {
                throw new Wrong(
                        position + 1,
                        "Positions " + (position + 1) + " to " + signed + " are missing: a head or root was signed for "
                                + signed + ".");
            }
            if (signed < position) {
                throw new Wrong(signed + 1, "Position " + (signed + 1) + " and later have no signed head.");
            }
            if (kept.isLeftOver()) {
                throw new Wrong(position + 1, "Subtrees are stored for entries after position " + position + ".");
            }
            long heads = Math.max(filed.count, stored.count);
            return new Verdict(
                    Optional.empty(),
                    "The journal holds: " + position + " entries, " + heads + " signed heads, " + roots.size()
                            + " signed roots.",
                    position,
                    heads);
        }
    }
}
