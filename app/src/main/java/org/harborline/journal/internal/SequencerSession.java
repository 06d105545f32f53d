// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.harborline.journal.Entry;
import org.harborline.platform.Keyset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One connection's time as the sequencer.
final class SequencerSession implements AutoCloseable {

    /// Facts in one batch at the most.
    static final int MOST = 1000;

    private static final int HEADS_AT_ONCE = 10_000;

    private final Connection connection;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Keyset keyset;
    private final Chain chain;
    private final HeadsFile file;
    private final boolean holder;
    private long position;
    private String last = Chain.START;

    private SequencerSession(Connection connection, Clock clock, Keyset keyset, Chain chain, HeadsFile file) {
        var single = new SingleConnectionDataSource(connection, true);
        this.connection = connection;
        this.client = JdbcClient.create(single);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(single));
        this.clock = clock;
        this.keyset = keyset;
        this.chain = chain;
        this.file = file;
        this.holder = client.sql("SELECT pg_try_advisory_lock(hashtextextended('journal.sequencer', 0))")
                .query(Boolean.class)
                .single();
        if (holder) {
            client.sql("SELECT position, chain FROM journal.entry ORDER BY position DESC LIMIT 1")
                    .query(row -> {
                        position = row.getLong("position");
                        last = row.getString("chain");
                    });
        }
    }

    static SequencerSession open(DataSource source, Clock clock, Keyset keyset, Chain chain, HeadsFile file) {
        try {
            Connection connection = source.getConnection();
            try {
                return new SequencerSession(connection, clock, keyset, chain, file);
            } catch (RuntimeException broken) {
                connection.close();
                throw broken;
            }
        } catch (SQLException cannot) {
            throw new IllegalStateException("no connection", cannot);
        }
    }

    boolean isHolder() {
        return holder;
    }

    /// Appends heads that a crash kept from the file. A file that was lost lacks all heads since the first start, more
    /// than fit into memory, so they come a page at a time.
    void completeHeadsFile() {
        file.cutTornLine();
        List<Head> page;
        long known = file.lastPosition();
        do {
            page = headsAfter(known);
            if (!page.isEmpty()) {
                file.append(page);
                known = page.getLast().position();
            }
        } while (page.size() == HEADS_AT_ONCE);
    }

    private List<Head> headsAfter(long known) {
        return client.sql("""
                SELECT position, chain, signature, signed_at
                  FROM journal.head
                 WHERE position > :known
                 ORDER BY position
                 LIMIT :limit
                """)
                .param("known", known)
                .param("limit", HEADS_AT_ONCE)
                .query((row, _) -> new Head(
                        row.getLong("position"),
                        row.getString("chain"),
                        row.getString("signature"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Orders what is committed, at most a thousand facts.
    ///
    /// @return how many
    int sequence() {
        List<Taken> taken = java.util.Objects.requireNonNull(transaction.execute(_ -> {
            List<Taken> rows = take();
            if (!rows.isEmpty()) {
                store(rows);
            }
            return rows;
        }));
        if (taken.isEmpty()) {
            return 0;
        }
        position += taken.size();
        last = head.chain();
        file.append(List.of(head));
        return taken.size();
    }

    private Head head = new Head(0, Chain.START, "", Instant.EPOCH);

    private List<Taken> take() {
        return client.sql("""
                WITH taken AS (
                    DELETE FROM journal.inbox
                     WHERE inbox_id IN (SELECT inbox_id FROM journal.inbox ORDER BY inbox_id LIMIT :most)
                    RETURNING inbox_id, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
                              recorded_at, body)
                SELECT row_number() OVER (ORDER BY inbox_id) + :position AS position,
                       fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause, recorded_at, body
                  FROM taken
                 ORDER BY inbox_id
                """)
                .param("most", MOST)
                .param("position", position)
                .query((row, number) -> new Taken(EntryTable.entry(row, number), row.getString("follower")))
                .list();
    }

    private void store(List<Taken> rows) {
        var columns = new EntryColumns(rows.size());
        String before = last;
        for (Taken row : rows) {
            Chain.Link link = chain.link(before, row.entry(), row.follower());
            columns.add(row, link);
            before = link.chain();
        }
        columns.insert(client);
        long to = rows.getLast().entry().position();
        head = Head.sign(keyset.signer(), to, before, clock.instant());
        client.sql(
                        "INSERT INTO journal.head (position, chain, signature, signed_at) VALUES (:position, :chain, :signature, :at)")
                .param("position", head.position())
                .param("chain", head.chain())
                .param("signature", head.signature())
                .param("at", head.signedAt().atOffset(ZoneOffset.UTC))
                .update();
        client.sql("SELECT pg_notify('journal_sequenced', '')").query(row -> {});
    }

    @Override
    public void close() {
        try (connection;
                var unlock = connection.createStatement()) {
            unlock.execute("SELECT pg_advisory_unlock_all()");
        } catch (SQLException gone) {
            // the lock went with the connection
        }
    }

    /// A fact with its position, on its way from the inbox.
    record Taken(
            Entry entry, @org.jspecify.annotations.Nullable String follower) {}
}
