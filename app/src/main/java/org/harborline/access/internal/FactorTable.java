// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.access.Factor;
import org.harborline.access.FactorKind;
import org.harborline.access.HolderId;
import org.harborline.platform.Ids;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Second factors and recovery codes.
@Component
class FactorTable {

    private final Sql sql;

    FactorTable(Sql sql) {
        this.sql = sql;
    }

    /// An authenticator app.
    record Totp(UUID id, HolderId holder, String sealedSecret) {}

    /// A passkey. Id and attestation object (which holds the public key, and nothing about the device) are base64url.
    record Passkey(
            UUID id, HolderId holder, String credentialId, String attestation, long signCount, boolean backedUp) {}

    List<Factor> active(HolderId holder) {
        return sql.of("""
                SELECT factor_id, kind, created_at, last_used_at
                FROM access.factor
                WHERE account_id = :account AND state = 'ACTIVE'
                ORDER BY factor_id
                """)
                .param("account", holder.value())
                .query((rows, _) -> new Factor(
                        rows.getObject("factor_id", UUID.class),
                        FactorKind.valueOf(rows.getString("kind")),
                        Times.instant(rows, "created_at"),
                        Times.optional(rows, "last_used_at")))
                .list();
    }

    List<Totp> totps(HolderId holder) {
        return sql.of("""
                SELECT factor_id, account_id, sealed_secret
                FROM access.factor
                WHERE account_id = :account AND kind = 'TOTP' AND state = 'ACTIVE'
                ORDER BY factor_id
                """)
                .param("account", holder.value())
                .query(FactorTable::totp)
                .list();
    }

    Optional<Totp> pendingTotp(HolderId holder, UUID factor) {
        return sql.of("""
                SELECT factor_id, account_id, sealed_secret
                FROM access.factor
                WHERE factor_id = :factor AND account_id = :account AND kind = 'TOTP' AND state = 'PENDING'
                """)
                .param("factor", factor)
                .param("account", holder.value())
                .query(FactorTable::totp)
                .optional();
    }

    private static Totp totp(ResultSet rows, int ordinal) throws SQLException {
        return new Totp(
                rows.getObject("factor_id", UUID.class),
                new HolderId(rows.getObject("account_id", UUID.class)),
                rows.getString("sealed_secret"));
    }

    /// Starts an enrolment and forgets an earlier one.
    void beginTotp(Totp factor, Instant now) {
        sql.of("""
                DELETE FROM access.factor
                WHERE account_id = :account AND state = 'PENDING'
                """).param("account", factor.holder().value()).update();
        sql.of("""
                INSERT INTO access.factor (factor_id, account_id, kind, state, sealed_secret, created_at)
                VALUES (:factor, :account, 'TOTP', 'PENDING', :secret, :now)
                """)
                .param("factor", factor.id())
                .param("account", factor.holder().value())
                .param("secret", factor.sealedSecret())
                .param("now", Times.column(now))
                .update();
    }

    /// Uses up a time step, so that a code seen over somebody's shoulder is worth nothing.
    ///
    /// @return false when the step or a later one was already used
    boolean useStep(UUID factor, long step, Instant now) {
        return sql.of("""
                UPDATE access.factor
                SET last_step = :step, last_used_at = :now, state = 'ACTIVE'
                WHERE factor_id = :factor AND last_step < :step
                """)
                        .param("factor", factor)
                        .param("step", step)
                        .param("now", Times.column(now))
                        .update()
                == 1;
    }

    void insertPasskey(Passkey passkey, Instant now) {
        sql.of("""
                INSERT INTO access.factor (factor_id, account_id, kind, state, credential_id, attestation, sign_count, backed_up,
                                           created_at)
                VALUES (:factor, :account, 'PASSKEY', 'ACTIVE', :credential, :attestation, :count, :backedUp, :now)
                """)
                .param("factor", passkey.id())
                .param("account", passkey.holder().value())
                .param("credential", passkey.credentialId())
                .param("attestation", passkey.attestation())
                .param("count", passkey.signCount())
                .param("backedUp", passkey.backedUp())
                .param("now", Times.column(now))
                .update();
    }

    Optional<Passkey> passkey(String credentialId) {
        return sql.of("""
                SELECT factor_id, account_id, credential_id, attestation, sign_count, backed_up
                FROM access.factor
                WHERE credential_id = :credential AND kind = 'PASSKEY' AND state = 'ACTIVE'
                """)
                .param("credential", credentialId)
                .query(FactorTable::passkey)
                .optional();
    }

    List<Passkey> passkeys(HolderId holder) {
        return sql.of("""
                SELECT factor_id, account_id, credential_id, attestation, sign_count, backed_up
                FROM access.factor
                WHERE account_id = :account AND kind = 'PASSKEY' AND state = 'ACTIVE'
                ORDER BY factor_id
                """)
                .param("account", holder.value())
                .query(FactorTable::passkey)
                .list();
    }

    private static Passkey passkey(ResultSet rows, int ordinal) throws SQLException {
        return new Passkey(
                rows.getObject("factor_id", UUID.class),
                new HolderId(rows.getObject("account_id", UUID.class)),
                rows.getString("credential_id"),
                rows.getString("attestation"),
                rows.getLong("sign_count"),
                rows.getBoolean("backed_up"));
    }

    void usedPasskey(String credentialId, long signCount, boolean backedUp, Instant now) {
        sql.of("""
                UPDATE access.factor
                SET sign_count = :count, backed_up = :backedUp, last_used_at = :now
                WHERE credential_id = :credential
                """)
                .param("credential", credentialId)
                .param("count", signCount)
                .param("backedUp", backedUp)
                .param("now", Times.column(now))
                .update();
    }

    boolean remove(HolderId holder, UUID factor) {
        return sql.of("""
                DELETE FROM access.factor
                WHERE factor_id = :factor AND account_id = :account
                """)
                        .param("factor", factor)
                        .param("account", holder.value())
                        .update()
                == 1;
    }

    void removeAll(HolderId holder) {
        sql.of("""
                DELETE FROM access.factor
                WHERE account_id = :account
                """).param("account", holder.value()).update();
        removeRecoveryCodes(holder);
    }

    private void removeRecoveryCodes(HolderId holder) {
        sql.of("""
                DELETE FROM access.recovery_code
                WHERE account_id = :account
                """).param("account", holder.value()).update();
    }

    void replaceRecoveryCodes(HolderId holder, List<String> hashes, Instant now) {
        removeRecoveryCodes(holder);
        sql.of("""
                INSERT INTO access.recovery_code (recovery_code_id, account_id, code_hash, created_at)
                SELECT id, :account, hash, :now
                FROM unnest(:ids, :hashes) AS code (id, hash)
                """)
                .param("account", holder.value())
                .param("ids", hashes.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .param("now", Times.column(now))
                .update();
    }

    int recoveryCodes(HolderId holder) {
        return sql.of("""
                SELECT count(*)::integer
                FROM access.recovery_code
                WHERE account_id = :account
                """).param("account", holder.value()).query(Integer.class).single();
    }

    /// Uses a code up.
    boolean takeRecoveryCode(HolderId holder, String hash) {
        return sql.of("""
                DELETE FROM access.recovery_code
                WHERE account_id = :account AND code_hash = :hash
                """).param("account", holder.value()).param("hash", hash).update() == 1;
    }
}
