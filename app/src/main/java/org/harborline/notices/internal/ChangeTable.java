// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Which senders have an endpoint, and the changes that are to be told to one: the side of the law that says what must
/// be somewhere. Written by the follower alone.
@Component
class ChangeTable {

    private final Sql sql;

    ChangeTable(Sql sql) {
        this.sql = sql;
    }

    /// Those of the senders that have an endpoint.
    Set<UUID> listening(Collection<UUID> providers) {
        if (providers.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.of("SELECT provider FROM notices.listening WHERE provider = ANY (:providers)")
                .param("providers", providers.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void listens(UUID provider, boolean listens) {
        int _ = listens
                ? sql.of(
                                "INSERT INTO notices.listening (provider) VALUES (:provider) ON CONFLICT (provider) DO NOTHING")
                        .param("provider", provider)
                        .update()
                : sql.of("DELETE FROM notices.listening WHERE provider = :provider")
                        .param("provider", provider)
                        .update();
    }

    void insert(Collection<MessageTable.New> messages) {
        int[] _ = sql.batch(
                "INSERT INTO notices.change (cause, state) VALUES (:cause, :state) ON CONFLICT (cause, state) DO NOTHING",
                messages.stream()
                        .map(one -> Map.<String, Object>of(
                                "cause", one.cause(), "state", one.state().name()))
                        .toList());
    }

    long count() {
        return sql.of("SELECT count(*) FROM notices.change").query(Long.class).single();
    }

    /// What made each, and the state, ascending as text.
    SortedSet<String> ids(String after, int limit) {
        return new TreeSet<>(sql.of("""
                        SELECT cause::text || ' ' || state
                          FROM notices.change
                         WHERE (cause::text || ' ' || state) COLLATE "C" > :after
                         ORDER BY (cause::text || ' ' || state) COLLATE "C"
                         LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list());
    }
}
