// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.access.OpenInvitation.Reason;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Links that were given out and not used. A used one has no row.
@Component
class InvitationTable {

    private final Sql sql;

    InvitationTable(Sql sql) {
        this.sql = sql;
    }

    record Row(@Nullable HolderId holder, Reason reason) {}

    void insert(UUID id, @Nullable HolderId holder, Reason reason, String secretHash, Instant now, Instant expiresAt) {
        sql.of("""
                INSERT INTO access.invitation (invitation_id, account_id, reason, secret_hash, created_at, expires_at)
                VALUES (:id, :account, :reason, :hash, :now, :expires)
                """)
                .param("id", id)
                .param("account", holder == null ? null : holder.value())
                .param("reason", reason.name())
                .param("hash", secretHash)
                .param("now", Times.column(now))
                .param("expires", Times.column(expiresAt))
                .update();
    }

    Optional<Row> find(String secretHash, Instant now) {
        return sql.of("""
                SELECT account_id, reason
                FROM access.invitation
                WHERE secret_hash = :hash AND expires_at > :now
                """)
                .param("hash", secretHash)
                .param("now", Times.column(now))
                .query((rows, _) ->
                        row(rows.getObject("account_id", UUID.class), Reason.valueOf(rows.getString("reason"))))
                .optional();
    }

    /// Uses the link up.
    Optional<Row> take(String secretHash, Instant now) {
        return sql.of("""
                DELETE FROM access.invitation
                WHERE secret_hash = :hash AND expires_at > :now
                RETURNING account_id, reason
                """)
                .param("hash", secretHash)
                .param("now", Times.column(now))
                .query((rows, _) ->
                        row(rows.getObject("account_id", UUID.class), Reason.valueOf(rows.getString("reason"))))
                .optional();
    }

    private static Row row(@Nullable UUID account, Reason reason) {
        return new Row(account == null ? null : new HolderId(account), reason);
    }

    /// Makes all links of an account, or those for a first administrator, worthless.
    void withdraw(@Nullable HolderId holder) {
        sql.of("""
                DELETE FROM access.invitation
                WHERE account_id IS NOT DISTINCT FROM :account::uuid
                """).param("account", holder == null ? null : holder.value()).update();
    }

    int forgetExpired(Instant now) {
        return sql.of("""
                DELETE FROM access.invitation
                WHERE expires_at <= :now
                """).param("now", Times.column(now)).update();
    }
}
