// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.support.ClosingReason;
import org.harborline.support.ContactWay;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportState;
import org.harborline.support.SupportTopic;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Requests for support.
@Component
class SupportTable {

    /// Stands for no clock: later than any, so that one index gives the order.
    static final Instant NOTHING_OWED = Instant.parse("9999-01-01T00:00:00Z");

    static final String LIST = """
            SELECT request_id, state, topic, language, way, household, asked_at, due_at, taken_by, outcome, calls, door_closed
              FROM support.request
             WHERE state <> 'CLOSED'
               AND (due_at, request_id) > (coalesce((SELECT last.due_at
                                                       FROM support.request AS last
                                                      WHERE last.request_id = :after::uuid), '-infinity'),
                                           coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'))
             ORDER BY due_at, request_id
             LIMIT :limit
            """;

    static final String BY_WORDS = """
            SELECT request_id
              FROM support.request
             WHERE NOT door_closed
               AND words_hash = :hash
            """;

    private final Sql sql;

    SupportTable(Sql sql) {
        this.sql = sql;
    }

    /// What is sealed in a request.
    record Sealed(SealedText called, @Nullable SealedText address, SealedText safeTimes) {}

    /// A request about to be kept.
    record Asked(SupportRequest request, UUID form, String wordsHash, Sealed sealed) {}

    /// Keeps a request.
    ///
    /// @return false when the form was sent before
    boolean insert(Asked asked, Instant due) {
        SupportRequest request = asked.request();
        SealedText address = asked.sealed().address();
        return sql.of("""
                        INSERT INTO support.request
                               (request_id, form_id, words_hash, state, topic, language, way, household, asked_at, due_at,
                                called, address, safe_times)
                        VALUES (:id, :form, :words, 'NEW', :topic, :language, :way, :household, :at, :due,
                                :called, :address, :safe_times)
                        ON CONFLICT (form_id) DO NOTHING
                        """)
                        .param("id", request.id().value())
                        .param("form", asked.form())
                        .param("words", asked.wordsHash())
                        .param("topic", request.topic().name())
                        .param("language", request.language())
                        .param("way", request.way().name())
                        .param("household", request.household())
                        .param("at", Columns.time(request.askedAt()))
                        .param("due", Columns.time(due))
                        .param("called", asked.sealed().called().base64())
                        .param("address", address == null ? null : address.base64())
                        .param("safe_times", asked.sealed().safeTimes().base64())
                        .update()
                == 1;
    }

    /// By when an answer was promised to whoever sent the form.
    Optional<Instant> promised(UUID form) {
        return sql.of("SELECT due_at FROM support.request WHERE form_id = :form")
                .param("form", form)
                .query((row, _) -> Columns.instant(row, "due_at"))
                .optional();
    }

    /// The request that came of a form.
    Optional<SupportRequestId> byForm(UUID form) {
        return sql.of("SELECT request_id FROM support.request WHERE form_id = :form")
                .param("form", form)
                .query((row, _) -> new SupportRequestId(row.getObject("request_id", UUID.class)))
                .optional();
    }

    List<SupportRequest> list(@Nullable UUID after, int limit) {
        return sql.of(LIST)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> request(row))
                .list();
    }

    Optional<SupportRequest> find(SupportRequestId id) {
        return sql.of("""
                SELECT request_id, state, topic, language, way, household, asked_at, due_at, taken_by, outcome, calls, door_closed
                  FROM support.request
                 WHERE request_id = :id
                """)
                .param("id", id.value())
                .query((row, _) -> request(row))
                .optional();
    }

    /// As [#find], and keeps it as it is until the current transaction ends.
    Optional<SupportRequest> lock(SupportRequestId id) {
        return sql.of("""
                SELECT request_id, state, topic, language, way, household, asked_at, due_at, taken_by, outcome, calls, door_closed
                  FROM support.request
                 WHERE request_id = :id
                   FOR UPDATE
                """)
                .param("id", id.value())
                .query((row, _) -> request(row))
                .optional();
    }

    Optional<SupportRequestId> byWords(String hash) {
        return sql.of(BY_WORDS)
                .param("hash", hash)
                .query((row, _) -> new SupportRequestId(row.getObject("request_id", UUID.class)))
                .optional();
    }

    Sealed sealed(SupportRequestId id) {
        return sql.of("SELECT called, address, safe_times FROM support.request WHERE request_id = :id")
                .param("id", id.value())
                .query((row, _) -> new Sealed(
                        new SealedText(row.getString("called")),
                        Columns.sealedOrNull(row.getString("address")),
                        new SealedText(row.getString("safe_times"))))
                .single();
    }

    private static SupportRequest request(ResultSet row) throws SQLException {
        Instant due = Columns.instant(row, "due_at");
        return new SupportRequest(
                new SupportRequestId(row.getObject("request_id", UUID.class)),
                SupportState.valueOf(row.getString("state")),
                SupportTopic.valueOf(row.getString("topic")),
                row.getString("language"),
                ContactWay.valueOf(row.getString("way")),
                row.getBoolean("household"),
                Columns.instant(row, "asked_at"),
                due.equals(NOTHING_OWED) ? null : due,
                row.getString("taken_by"),
                Columns.codeOrNull(ClosingReason.class, row.getString("outcome")),
                row.getInt("calls"),
                row.getBoolean("door_closed"));
    }

    void take(SupportRequestId id, String by) {
        int _ = sql.of("UPDATE support.request SET state = 'TAKEN', taken_by = :by WHERE request_id = :id")
                .param("id", id.value())
                .param("by", by)
                .update();
    }

    void giveBack(SupportRequestId id) {
        int _ = sql.of("UPDATE support.request SET state = 'NEW', taken_by = NULL WHERE request_id = :id")
                .param("id", id.value())
                .update();
    }

    /// Sets the clock.
    void owe(SupportRequestId id, Instant due) {
        int _ = sql.of("UPDATE support.request SET due_at = :due WHERE request_id = :id")
                .param("id", id.value())
                .param("due", Columns.time(due))
                .update();
    }

    void countCall(SupportRequestId id) {
        int _ = sql.of("UPDATE support.request SET calls = calls + 1 WHERE request_id = :id")
                .param("id", id.value())
                .update();
    }

    void household(SupportRequestId id, boolean somebodyCouldNotice) {
        int _ = sql.of("UPDATE support.request SET household = :household WHERE request_id = :id")
                .param("id", id.value())
                .param("household", somebodyCouldNotice)
                .update();
    }

    void close(SupportRequestId id, ClosingReason reason, Instant at) {
        int _ = sql.of("""
                UPDATE support.request
                   SET state = 'CLOSED', outcome = :reason, closed_at = :at, due_at = :never
                 WHERE request_id = :id
                """)
                .param("id", id.value())
                .param("reason", reason.name())
                .param("at", Columns.time(at))
                .param("never", Columns.time(NOTHING_OWED))
                .update();
    }

    /// They wrote after the desk was through: it is with the desk again, and with whoever stood by them.
    void reopen(SupportRequestId id) {
        int _ = sql.of("""
                UPDATE support.request
                   SET state = CASE WHEN taken_by IS NULL THEN 'NEW' ELSE 'TAKEN' END,
                       outcome = NULL,
                       closed_at = NULL
                 WHERE request_id = :id
                   AND state = 'CLOSED'
                """).param("id", id.value()).update();
    }

    void closeDoor(SupportRequestId id) {
        int _ = sql.of("UPDATE support.request SET door_closed = true WHERE request_id = :id")
                .param("id", id.value())
                .update();
    }
}
