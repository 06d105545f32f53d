// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.NightCall;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Calls about corrections: `referral.night_call` and who was called in which round.
@Component
class CallTable {

    private final Sql sql;

    CallTable(Sql sql) {
        this.sql = sql;
    }

    void open(DeliveryId id, Instant at) {
        sql.of("INSERT INTO referral.night_call (delivery_id, opened_at, rounds) VALUES (:id, :at, 0)")
                .param("id", id.value())
                .param("at", Columns.time(at))
                .update();
    }

    /// How many rounds there were, with the call locked; empty when it has ended.
    Optional<Integer> lockOpen(DeliveryId id) {
        return sql.of("""
                SELECT rounds
                  FROM referral.night_call
                 WHERE delivery_id = :id
                   AND ended_at IS NULL
                   FOR UPDATE
                """).param("id", id.value()).query(Integer.class).optional();
    }

    /// Whether no mail of a round has left.
    boolean unheard(DeliveryId id, int round) {
        return sql.of("""
                SELECT NOT EXISTS (
                       SELECT
                         FROM referral.night_call_made
                        WHERE delivery_id = :id
                          AND round = :round
                          AND sent_at IS NOT NULL)
                """)
                .param("id", id.value())
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    void called(DeliveryId id, int round, List<ContactPoint> contacts, int onDuty, Instant at) {
        sql.of("UPDATE referral.night_call SET rounds = :round WHERE delivery_id = :id")
                .param("id", id.value())
                .param("round", round)
                .update();
        sql.of("""
                INSERT INTO referral.night_call_round (delivery_id, round, called_at, on_duty)
                VALUES (:id, :round, :at, :onDuty)
                """)
                .param("id", id.value())
                .param("round", round)
                .param("at", Columns.time(at))
                .param("onDuty", onDuty)
                .update();
        int[] _ = sql.batch(
                """
                INSERT INTO referral.night_call_made (delivery_id, round, contact_id, kind, rank)
                VALUES (:id, :round, :contact, :kind, :rank)
                """,
                contacts.stream()
                        .map(one -> Map.<String, Object>of(
                                "id", id.value(),
                                "round", round,
                                "contact", one.id(),
                                "kind", one.kind().name(),
                                "rank", one.rank()))
                        .toList());
    }

    void sent(DeliveryId id, int round, UUID contact, Instant at) {
        sql.of("""
                UPDATE referral.night_call_made
                   SET sent_at = :at
                 WHERE delivery_id = :id
                   AND round = :round
                   AND contact_id = :contact
                   AND sent_at IS NULL
                """)
                .param("id", id.value())
                .param("round", round)
                .param("contact", contact)
                .param("at", Columns.time(at))
                .update();
    }

    /// Ends a call.
    ///
    /// @param toldBy the person who told the agency; absent when it heard by its pages, or nothing is left to
    /// hear
    /// @return whether it was open
    boolean end(DeliveryId id, @Nullable String toldBy, Instant at) {
        return sql.of("""
                UPDATE referral.night_call
                   SET ended_at = :at, told_by = :by
                 WHERE delivery_id = :id
                   AND ended_at IS NULL
                """)
                        .param("id", id.value())
                        .param("by", toldBy)
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    /// Calls about deliveries, with two statements. One that the agency opened or answered has ended then.
    Map<DeliveryId, NightCall> find(Collection<DeliveryId> ids, Duration every) {
        UUID[] asked = ids.stream().map(DeliveryId::value).toArray(UUID[]::new);
        var rounds = new HashMap<DeliveryId, Map<Integer, List<Row>>>();
        sql.of("""
                SELECT r.delivery_id, r.round, r.called_at, r.on_duty, m.kind, m.rank, m.sent_at
                  FROM referral.night_call_round r
                  LEFT JOIN referral.night_call_made m ON m.delivery_id = r.delivery_id AND m.round = r.round
                 WHERE r.delivery_id = ANY (:ids)
                 ORDER BY r.round, m.kind, m.rank
                """).param("ids", asked).query(CallTable::row).list().stream()
                .collect(Collectors.groupingBy(Row::delivery))
                .forEach((delivery, rows) -> rounds.put(
                        delivery,
                        rows.stream()
                                .collect(Collectors.groupingBy(Row::round, LinkedHashMap::new, Collectors.toList()))));
        return sql.of("""
                SELECT c.delivery_id, c.opened_at, c.told_by, least(c.ended_at, d.read_at, d.answered_at) AS ended_at
                  FROM referral.night_call c
                  JOIN referral.delivery d ON d.delivery_id = c.delivery_id
                 WHERE c.delivery_id = ANY (:ids)
                """).param("ids", asked).query((row, _) -> call(row, every, rounds)).list().stream()
                .collect(Collectors.toMap(NightCall::delivery, one -> one));
    }

    private static NightCall call(ResultSet row, Duration every, Map<DeliveryId, Map<Integer, List<Row>>> rounds)
            throws SQLException {
        var id = new DeliveryId(Columns.id(row, "delivery_id"));
        return new NightCall(
                id,
                Objects.requireNonNull(Columns.instant(row, "opened_at")),
                every,
                Columns.instant(row, "ended_at"),
                row.getString("told_by"),
                rounds.getOrDefault(id, Map.of()).values().stream()
                        .map(CallTable::round)
                        .toList());
    }

    private static NightCall.Round round(List<Row> rows) {
        Row first = rows.getFirst();
        return new NightCall.Round(
                first.round(),
                first.at(),
                rows.stream()
                        .flatMap(row -> Optional.ofNullable(row.called()).stream())
                        .toList(),
                first.onDuty());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        ContactKind kind = Columns.word(row, "kind", ContactKind.class);
        return new Row(
                new DeliveryId(Columns.id(row, "delivery_id")),
                row.getInt("round"),
                Objects.requireNonNull(Columns.instant(row, "called_at")),
                row.getInt("on_duty"),
                kind == null ? null : new NightCall.Called(kind, row.getInt("rank"), Columns.instant(row, "sent_at")));
    }

    private record Row(DeliveryId delivery, int round, Instant at, int onDuty, NightCall.@Nullable Called called) {}
}
