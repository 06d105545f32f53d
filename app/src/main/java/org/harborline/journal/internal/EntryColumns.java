// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import org.harborline.journal.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Entries column by column, so that a batch is one statement.
final class EntryColumns {

    private final long[] positions;
    private final String[] types;
    private final int[] versions;
    private final String[] kinds;
    private final String[] ids;
    private final String[] actors;
    private final @Nullable String[] purposes;
    private final @Nullable String[] requests;
    private final @Nullable String[] followers;
    private final @Nullable Long[] causes;
    private final String[] times;
    private final String[] bodies;
    private final String[] salts;
    private final String[] leaves;
    private final String[] chains;
    private final String[] marks;
    private int filled;

    EntryColumns(int size) {
        positions = new long[size];
        types = new String[size];
        versions = new int[size];
        kinds = new String[size];
        ids = new String[size];
        actors = new String[size];
        purposes = new String[size];
        requests = new String[size];
        followers = new String[size];
        causes = new Long[size];
        times = new String[size];
        bodies = new String[size];
        salts = new String[size];
        leaves = new String[size];
        chains = new String[size];
        marks = new String[size];
    }

    void add(SequencerSession.Taken taken, Chain.Link link) {
        Entry entry = taken.entry();
        positions[filled] = entry.position();
        types[filled] = entry.type();
        versions[filled] = entry.version();
        kinds[filled] = entry.subject().kind();
        ids[filled] = entry.subject().id();
        actors[filled] = entry.actor();
        purposes[filled] = entry.purpose();
        requests[filled] = entry.requestId();
        followers[filled] = taken.follower();
        causes[filled] = entry.cause();
        times[filled] = entry.recordedAt().toString();
        bodies[filled] = entry.body();
        salts[filled] = link.salt();
        leaves[filled] = link.leaf();
        chains[filled] = link.chain();
        marks[filled] = link.mark();
        filled++;
    }

    void insert(JdbcClient client) {
        client.sql("""
                INSERT INTO journal.entry
                       (position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
                        recorded_at, body, salt, leaf, chain, mark)
                SELECT *
                  FROM unnest(:positions::bigint[], :types::text[], :versions::int[], :kinds::text[], :ids::text[], :actors::text[],
                              :purposes::text[], :requests::text[], :followers::text[], :causes::bigint[], :times::text[]::timestamptz[],
                              :bodies::text[], :salts::text[], :leaves::text[], :chains::text[], :marks::text[])
                """)
                .param("positions", positions)
                .param("types", types)
                .param("versions", versions)
                .param("kinds", kinds)
                .param("ids", ids)
                .param("actors", actors)
                .param("purposes", purposes)
                .param("requests", requests)
                .param("followers", followers)
                .param("causes", causes)
                .param("times", times)
                .param("bodies", bodies)
                .param("salts", salts)
                .param("leaves", leaves)
                .param("chains", chains)
                .param("marks", marks)
                .update();
    }
}
