// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.support.CallOutcome;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportRequestId;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was written between them and the desk, and which calls were tried.
@Component
class SaidTable {

    private final Sql sql;

    SaidTable(Sql sql) {
        this.sql = sql;
    }

    /// A message as it is kept.
    ///
    /// @param byDesk holder id of who wrote it at the desk; absent for theirs
    record SealedMessage(UUID id, Instant at, @Nullable String byDesk, SealedText text) {}

    void insert(SupportRequestId request, SealedMessage message) {
        int _ = sql.of("""
                INSERT INTO support.message (message_id, request_id, written_at, by_desk, text)
                VALUES (:id, :request, :at, :by, :text)
                """)
                .param("id", message.id())
                .param("request", request.value())
                .param("at", Columns.time(message.at()))
                .param("by", message.byDesk())
                .param("text", message.text().base64())
                .update();
    }

    /// Oldest first.
    List<SealedMessage> messages(SupportRequestId request) {
        return sql.of("""
                SELECT message_id, written_at, by_desk, text
                  FROM support.message
                 WHERE request_id = :request
                 ORDER BY message_id
                """)
                .param("request", request.value())
                .query((row, _) -> new SealedMessage(
                        row.getObject("message_id", UUID.class),
                        Columns.instant(row, "written_at"),
                        row.getString("by_desk"),
                        new SealedText(row.getString("text"))))
                .list();
    }

    /// Whether they wrote anything after a moment.
    boolean wroteAfter(SupportRequestId request, Instant moment) {
        return sql.of("""
                SELECT EXISTS (
                    SELECT FROM support.message
                     WHERE request_id = :request AND by_desk IS NULL AND written_at > :moment)
                """)
                .param("request", request.value())
                .param("moment", Columns.time(moment))
                .query(Boolean.class)
                .single();
    }

    void insertCall(SupportRequestId request, UUID call, SupportFile.Call tried) {
        int _ = sql.of("""
                INSERT INTO support.call (call_id, request_id, called_at, called_by, outcome)
                VALUES (:id, :request, :at, :by, :outcome)
                """)
                .param("id", call)
                .param("request", request.value())
                .param("at", Columns.time(tried.at()))
                .param("by", tried.by())
                .param("outcome", tried.outcome().name())
                .update();
    }

    /// Oldest first.
    List<SupportFile.Call> calls(SupportRequestId request) {
        return sql.of("""
                SELECT called_at, called_by, outcome
                  FROM support.call
                 WHERE request_id = :request
                 ORDER BY call_id
                """)
                .param("request", request.value())
                .query((row, _) -> new SupportFile.Call(
                        Columns.instant(row, "called_at"),
                        row.getString("called_by"),
                        CallOutcome.valueOf(row.getString("outcome"))))
                .list();
    }
}
