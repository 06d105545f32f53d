// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Open sessions, and the passkey questions that belong to them. An ended session has no row; that it was is in the
/// journal.
@Component
class SessionTable {

    private final Sql sql;

    SessionTable(Sql sql) {
        this.sql = sql;
    }

    /// A session with what is needed to act for its holder.
    record Row(
            UUID id,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            Instant passwordAt,
            @Nullable Instant secondFactorAt,
            AccountTable.Holder holder) {}

    void insert(UUID id, HolderId holder, String tokenHash, Instant now, Instant expiresAt) {
        sql.of("""
                INSERT INTO access.session (session_id, account_id, token_hash, created_at, last_seen_at, expires_at, password_at)
                VALUES (:id, :account, :hash, :now, :now, :expires, :now)
                """)
                .param("id", id)
                .param("account", holder.value())
                .param("hash", tokenHash)
                .param("now", Times.column(now))
                .param("expires", Times.column(expiresAt))
                .update();
    }

    Optional<Row> find(String tokenHash, Instant now, Instant notIdleSince) {
        return sql.of("""
                SELECT s.session_id, s.created_at, s.last_seen_at, s.expires_at, s.password_at, s.second_factor_at,
                       a.account_id, a.kind, a.roles, a.party_kind, a.party_id,
                       EXISTS (SELECT 1 FROM access.factor AS f
                               WHERE f.account_id = a.account_id AND f.state = 'ACTIVE') AS enrolled
                FROM access.session AS s
                JOIN access.account AS a ON a.account_id = s.account_id
                WHERE s.token_hash = :hash
                  AND s.expires_at > :now
                  AND s.last_seen_at > :idle
                  AND a.state = 'ACTIVE'
                """)
                .param("hash", tokenHash)
                .param("now", Times.column(now))
                .param("idle", Times.column(notIdleSince))
                .query(SessionTable::row)
                .optional();
    }

    List<Row> list(HolderId holder, Instant now, Instant notIdleSince) {
        return sql.of("""
                SELECT s.session_id, s.created_at, s.last_seen_at, s.expires_at, s.password_at, s.second_factor_at,
                       a.account_id, a.kind, a.roles, a.party_kind, a.party_id,
                       EXISTS (SELECT 1 FROM access.factor AS f
                               WHERE f.account_id = a.account_id AND f.state = 'ACTIVE') AS enrolled
                FROM access.session AS s
                JOIN access.account AS a ON a.account_id = s.account_id
                WHERE s.account_id = :account
                  AND s.expires_at > :now
                  AND s.last_seen_at > :idle
                ORDER BY s.session_id DESC
                LIMIT 100
                """)
                .param("account", holder.value())
                .param("now", Times.column(now))
                .param("idle", Times.column(notIdleSince))
                .query(SessionTable::row)
                .list();
    }

    private static Row row(ResultSet rows, int ordinal) throws SQLException {
        return new Row(
                rows.getObject("session_id", UUID.class),
                Times.instant(rows, "created_at"),
                Times.instant(rows, "last_seen_at"),
                Times.instant(rows, "expires_at"),
                Times.instant(rows, "password_at"),
                Times.optional(rows, "second_factor_at"),
                AccountTable.holder(rows));
    }

    void touch(UUID id, Instant now) {
        sql.of("""
                UPDATE access.session
                SET last_seen_at = :now
                WHERE session_id = :id
                """).param("id", id).param("now", Times.column(now)).update();
    }

    /// Marks the second factor as given and gives the session a new token.
    boolean confirmSecondFactor(UUID id, String tokenHash, Instant now) {
        return sql.of("""
                UPDATE access.session
                SET second_factor_at = :now, token_hash = :hash, last_seen_at = :now, wrong_proofs = 0
                WHERE session_id = :id
                """)
                        .param("id", id)
                        .param("hash", tokenHash)
                        .param("now", Times.column(now))
                        .update()
                == 1;
    }

    /// Marks a second factor as given in a session that just set it up.
    void confirmEnrolment(UUID id, Instant now) {
        sql.of("""
                UPDATE access.session
                SET second_factor_at = :now
                WHERE session_id = :id
                """).param("id", id).param("now", Times.column(now)).update();
    }

    /// Marks the password as given again and gives the session a new token.
    boolean confirmPassword(UUID id, String tokenHash, Instant now) {
        return sql.of("""
                UPDATE access.session
                SET password_at = :now, token_hash = :hash, last_seen_at = :now
                WHERE session_id = :id
                """)
                        .param("id", id)
                        .param("hash", tokenHash)
                        .param("now", Times.column(now))
                        .update()
                == 1;
    }

    /// Counts a wrong proof.
    ///
    /// @return how many there were since the last right one
    OptionalInt wrongProof(UUID id) {
        return sql.of("""
                UPDATE access.session
                SET wrong_proofs = wrong_proofs + 1
                WHERE session_id = :id
                RETURNING wrong_proofs
                """)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /// Ends one session.
    ///
    /// @return whether there was such a session of this holder
    boolean end(HolderId holder, UUID id) {
        return sql.of("""
                DELETE FROM access.session
                WHERE session_id = :id AND account_id = :account
                """).param("id", id).param("account", holder.value()).update() == 1;
    }

    /// Ends all sessions of a holder.
    ///
    /// @param kept a session that stays open
    List<UUID> endAll(HolderId holder, @Nullable UUID kept) {
        return sql.of("""
                DELETE FROM access.session
                WHERE account_id = :account AND session_id IS DISTINCT FROM :kept::uuid
                RETURNING session_id
                """)
                .param("account", holder.value())
                .param("kept", kept)
                .query((rows, _) -> rows.getObject("session_id", UUID.class))
                .list();
    }

    int forgetOver(Instant now, Instant notIdleSince) {
        return sql.of("""
                DELETE FROM access.session
                WHERE expires_at <= :now OR last_seen_at <= :idle
                """)
                .param("now", Times.column(now))
                .param("idle", Times.column(notIdleSince))
                .update();
    }

    void ask(UUID session, String challenge, Instant expiresAt) {
        sql.of("""
                INSERT INTO access.challenge (session_id, challenge, expires_at)
                VALUES (:session, :challenge, :expires)
                ON CONFLICT (session_id) DO UPDATE
                SET challenge = EXCLUDED.challenge, expires_at = EXCLUDED.expires_at
                """)
                .param("session", session)
                .param("challenge", challenge)
                .param("expires", Times.column(expiresAt))
                .update();
    }

    /// Takes the question away, so that it is answered once.
    Optional<String> takeQuestion(UUID session, Instant now) {
        return sql.of("""
                DELETE FROM access.challenge
                WHERE session_id = :session AND expires_at > :now
                RETURNING challenge
                """)
                .param("session", session)
                .param("now", Times.column(now))
                .query(String.class)
                .optional();
    }
}
