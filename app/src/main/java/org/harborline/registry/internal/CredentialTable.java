// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.harborline.platform.Sql;
import org.harborline.registry.Credential;
import org.harborline.registry.CredentialId;
import org.harborline.registry.ProviderCredential;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All SQL of `registry.credential`.
@Component
class CredentialTable {

    private final Sql sql;

    CredentialTable(Sql sql) {
        this.sql = sql;
    }

    /// The one look-up that every call of the provider API costs.
    Optional<Stored> find(String user) {
        return sql.of("""
                        SELECT
                            c.credential_id,
                            c.provider_id,
                            p.name,
                            c.read_only,
                            c.secret_hash,
                            c.sandbox_only,
                            c.expires_at,
                            c.revoked_at
                        FROM registry.credential c
                        JOIN registry.provider p ON p.provider_id = c.provider_id
                        WHERE c.user_name = :user
                        """)
                .param("user", user)
                .query((row, _) -> new Stored(
                        new ProviderCredential(
                                new CredentialId(Rows.id(row, "credential_id")),
                                new ProviderId(Rows.id(row, "provider_id")),
                                row.getString("name"),
                                row.getBoolean("read_only")),
                        row.getString("secret_hash"),
                        row.getBoolean("sandbox_only"),
                        Rows.instantOrNull(row, "expires_at"),
                        Rows.instantOrNull(row, "revoked_at")))
                .optional();
    }

    List<Credential> of(ProviderId provider) {
        return sql.of("""
                        SELECT
                            c.credential_id,
                            c.provider_id,
                            c.user_name,
                            c.read_only,
                            c.issued_at,
                            c.issued_by,
                            c.expires_at,
                            c.revoked_at
                        FROM registry.credential c
                        WHERE c.provider_id = :provider
                        ORDER BY c.issued_at DESC, c.credential_id DESC
                        """)
                .param("provider", provider.value())
                .query((row, _) -> credential(row))
                .list();
    }

    boolean insert(Credential credential, String secretHash) {
        return sql.of("""
                        INSERT INTO registry.credential (
                            credential_id, provider_id, user_name, secret_hash, read_only, sandbox_only, issued_at,
                            issued_by, expires_at
                        )
                        VALUES (
                            :id, :provider, :user, :hash, :read_only, false, :issued_at, :issued_by, :expires_at
                        )
                        ON CONFLICT (user_name) DO NOTHING
                        """)
                        .param("id", credential.id().value())
                        .param("provider", credential.provider().value())
                        .param("user", credential.userName())
                        .param("hash", secretHash)
                        .param("read_only", credential.readOnly())
                        .param("issued_at", credential.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("issued_by", credential.issuedBy())
                        .param(
                                "expires_at",
                                credential.expiresAt() == null
                                        ? null
                                        : credential.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// A credential that opens in a sandbox only.
    record Sample(Credential credential, String secretHash) {}

    void insertSamples(List<Sample> samples) {
        int[] _ = sql.batch(
                """
                INSERT INTO registry.credential (
                    credential_id, provider_id, user_name, secret_hash, read_only, sandbox_only, issued_at, issued_by
                )
                VALUES (:id, :provider, :user, :hash, false, true, :issued_at, :issued_by)
                """,
                samples.stream()
                        .map(sample -> Map.<String, Object>of(
                                "id", sample.credential().id().value(),
                                "provider", sample.credential().provider().value(),
                                "user", sample.credential().userName(),
                                "hash", sample.secretHash(),
                                "issued_at", sample.credential().issuedAt().atOffset(ZoneOffset.UTC),
                                "issued_by", sample.credential().issuedBy()))
                        .toList());
    }

    /// Revokes it if it is not revoked yet.
    ///
    /// @return whose it was; empty when nothing changed
    Optional<ProviderId> revoke(CredentialId id, Instant at) {
        return sql.of("""
                        UPDATE registry.credential
                        SET revoked_at = :at
                        WHERE credential_id = :id
                        AND revoked_at IS NULL
                        RETURNING provider_id
                        """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new ProviderId(Rows.id(row, "provider_id")))
                .optional();
    }

    boolean exists(CredentialId id) {
        return sql.of("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM registry.credential
                            WHERE credential_id = :id
                        ) AS found
                        """)
                .param("id", id.value())
                .query((row, _) -> row.getBoolean("found"))
                .single();
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(
                new CredentialId(Rows.id(row, "credential_id")),
                new ProviderId(Rows.id(row, "provider_id")),
                row.getString("user_name"),
                row.getBoolean("read_only"),
                Objects.requireNonNull(Rows.instantOrNull(row, "issued_at")),
                row.getString("issued_by"),
                Rows.instantOrNull(row, "expires_at"),
                Rows.instantOrNull(row, "revoked_at"));
    }

    /// A credential with what decides whether it opens.
    record Stored(
            ProviderCredential credential,
            String secretHash,
            boolean sandboxOnly,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {

        boolean valid(Instant now) {
            return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
        }

        @Override
        public String toString() {
            return "Stored(" + credential.id() + ")";
        }
    }
}
