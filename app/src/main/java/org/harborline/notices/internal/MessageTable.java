// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes of state on their way to endpoints.
@Component
class MessageTable {

    /// Begins a try of what one endpoint is to be sent now, longest due first.
    static final String BEGIN = """
            WITH due AS (
                SELECT message
                  FROM notices.message
                 WHERE provider = :provider
                   AND way = 'WAITING'
                   AND next_at <= :now
                 ORDER BY next_at, message
                 LIMIT :limit
                   FOR UPDATE)
            UPDATE notices.message
               SET tries = tries + 1
              FROM due
             WHERE notices.message.message = due.message
            RETURNING notices.message.message, provider, report, state, told_at, way, tries, next_at
            """;

    static final String DEAD = """
            SELECT message, provider, report, state, told_at, way, tries, next_at
              FROM notices.message
             WHERE provider = :provider
               AND way = 'DEAD'
               AND told_at <= :now
               AND message < :after
             ORDER BY message DESC
             LIMIT :limit
            """;

    static final String ALL = """
            SELECT message, provider, report, state, told_at, way, tries, next_at
              FROM notices.message
             WHERE provider = :provider
               AND told_at <= :now
               AND message < :after
             ORDER BY message DESC
             LIMIT :limit
            """;

    /// Endpoints that have something to be sent.
    static final String PROVIDERS_DUE = """
            SELECT DISTINCT provider
              FROM notices.message
             WHERE way = 'WAITING'
               AND next_at <= :now
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;

    MessageTable(Sql sql) {
        this.sql = sql;
    }

    /// A message as stored.
    ///
    /// @param tries with the one that is under way
    record Row(
            UUID id,
            UUID provider,
            ReportNumber report,
            OutwardState state,
            Instant at,
            Way way,
            int tries,
            @Nullable Instant nextAt) {}

    /// A change that is to be told, once.
    ///
    /// @param cause position of the fact that made it
    record New(UUID id, long cause, UUID provider, ReportNumber report, OutwardState state, Instant at) {}

    void insert(Collection<New> messages) {
        int[] _ = sql.batch("""
                INSERT INTO notices.message (message, cause, provider, report, state, told_at, way, tries, next_at)
                VALUES (:message, :cause, :provider, :report, :state, :at, 'WAITING', 0, :at)
                ON CONFLICT (cause, state) DO NOTHING
                """, messages.stream().map(MessageTable::row).toList());
    }

    private static Map<String, Object> row(New message) {
        return Map.of(
                "message", message.id(),
                "cause", message.cause(),
                "provider", message.provider(),
                "report", message.report().value(),
                "state", message.state().name(),
                "at", Columns.time(message.at()));
    }

    List<Row> begin(UUID provider, Instant now, int limit) {
        return sql.of(BEGIN)
                .param("provider", provider)
                .param("now", Columns.time(now))
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    /// When the next message to an endpoint is due.
    Optional<Instant> next(UUID provider) {
        return sql.of("""
                        SELECT next_at
                          FROM notices.message
                         WHERE provider = :provider
                           AND way = 'WAITING'
                         ORDER BY next_at
                         LIMIT 1
                        """)
                .param("provider", provider)
                .query((row, _) -> Columns.instant(row, "next_at"))
                .optional();
    }

    List<UUID> providersDue(Instant now) {
        return sql.of(PROVIDERS_DUE)
                .param("now", Columns.time(now))
                .query((row, _) -> row.getObject("provider", UUID.class))
                .list();
    }

    /// What is told by now: what is to be told later shows to nobody before, or it would be told by this.
    List<Row> page(UUID provider, boolean deadOnly, Instant now, @Nullable UUID after, int limit) {
        return (deadOnly ? sql.of(DEAD) : sql.of(ALL))
                .param("provider", provider)
                .param("now", Columns.time(now))
                .param("after", after == null ? LAST : after)
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    /// Where a message is after a try.
    ///
    /// @param nextAt when it is tried again
    record End(UUID message, Way way, @Nullable Instant nextAt) {}

    /// A message that was cancelled meanwhile stays so.
    void end(Collection<End> ends) {
        int[] _ = sql.batch("""
                UPDATE notices.message
                   SET way = :way, next_at = :next
                 WHERE message = :message
                   AND way = 'WAITING'
                """, ends.stream().map(MessageTable::row).toList());
    }

    private static Map<String, Object> row(End end) {
        var row = new HashMap<String, Object>();
        row.put("message", end.message());
        row.put("way", end.way().name());
        row.put("next", Columns.timeOrNull(end.nextAt()));
        return row;
    }

    /// Cancels all that waits for an endpoint.
    void cancel(UUID provider) {
        int _ = sql.of("""
                UPDATE notices.message
                   SET way = 'CANCELLED', next_at = NULL
                 WHERE provider = :provider
                   AND way = 'WAITING'
                """).param("provider", provider).update();
    }

    /// Gives up what waits for an endpoint and is told by now. The rest waits for its moment.
    void giveUp(UUID provider, Instant now) {
        int _ = sql.of("""
                UPDATE notices.message
                   SET way = 'DEAD', next_at = NULL
                 WHERE provider = :provider
                   AND way = 'WAITING'
                   AND told_at <= :now
                """)
                .param("provider", provider)
                .param("now", Columns.time(now))
                .update();
    }

    boolean replay(UUID provider, UUID message, Instant now) {
        return sql.of("""
                        UPDATE notices.message
                           SET way = 'WAITING', tries = 0, next_at = :now
                         WHERE message = :message
                           AND provider = :provider
                           AND way IN ('DEAD', 'DELIVERED')
                        """)
                        .param("message", message)
                        .param("provider", provider)
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    int replaySince(UUID provider, Instant since, Instant now, int limit) {
        return sql.of("""
                        WITH again AS (
                            SELECT message
                              FROM notices.message
                             WHERE provider = :provider
                               AND way = 'DEAD'
                               AND told_at >= :since
                             ORDER BY message
                             LIMIT :limit
                               FOR UPDATE)
                        UPDATE notices.message
                           SET way = 'WAITING', tries = 0, next_at = :now
                          FROM again
                         WHERE notices.message.message = again.message
                        """)
                .param("provider", provider)
                .param("since", Columns.time(since))
                .param("now", Columns.time(now))
                .param("limit", limit)
                .update();
    }

    long dead(UUID provider) {
        return sql.of("SELECT count(*) FROM notices.message WHERE provider = :provider AND way = 'DEAD'")
                .param("provider", provider)
                .query(Long.class)
                .single();
    }

    Map<Way, Long> counts() {
        var counts = new EnumMap<Way, Long>(Way.class);
        sql.of("SELECT way, count(*) AS messages FROM notices.message GROUP BY way")
                .query(row -> {
                    counts.put(Way.valueOf(row.getString("way")), row.getLong("messages"));
                });
        return counts;
    }

    /// What made each message that is there, and the state, ascending as text.
    SortedSet<String> ids(Way way, String after, int limit) {
        return new TreeSet<>(sql.of("""
                        SELECT cause::text || ' ' || state
                          FROM notices.message
                         WHERE way = :way
                           AND (cause::text || ' ' || state) COLLATE "C" > :after
                         ORDER BY (cause::text || ' ' || state) COLLATE "C"
                         LIMIT :limit
                        """)
                .param("way", way.name())
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list());
    }

    private static Row message(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("message", UUID.class),
                row.getObject("provider", UUID.class),
                new ReportNumber(row.getLong("report")),
                OutwardState.valueOf(row.getString("state")),
                Columns.instant(row, "told_at"),
                Way.valueOf(row.getString("way")),
                row.getInt("tries"),
                Columns.instantOrNull(row, "next_at"));
    }
}
