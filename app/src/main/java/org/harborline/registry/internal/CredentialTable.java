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
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.registry.Credential;
import org.harborline.registry.CredentialId;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.ProviderCredential;
import org.harborline.registry.ProviderId;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All SQL of `registry.credential`.
@Component
class CredentialTable {

    private static final String COLUMNS = """
            SELECT
                c.credential_id,
                c.provider_id,
                c.user_name,
                c.service,
                c.scope,
                c.issued_at,
                c.issued_by,
                c.expires_at,
                c.revoked_at,
                c.last_used_at,
                c.replaces
            """;

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
                            p.lenient,
                            c.scope,
                            c.service,
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
                                CredentialScope.valueOf(row.getString("scope")),
                                row.getBoolean("lenient"),
                                service(row)),
                        row.getString("secret_hash"),
                        row.getBoolean("sandbox_only"),
                        Rows.instantOrNull(row, "expires_at"),
                        Rows.instantOrNull(row, "revoked_at")))
                .optional();
    }

    private static @Nullable ServiceId service(ResultSet row) throws SQLException {
        String name = row.getString("service");
        return name == null ? null : ServiceId.of(new ProviderId(Rows.id(row, "provider_id")), name);
    }

    Optional<Credential> find(CredentialId id) {
        return sql.of(COLUMNS + """
                        FROM registry.credential c
                        WHERE c.credential_id = :id
                        """)
                .param("id", id.value())
                .query(CredentialTable::credential)
                .optional();
    }

    List<Credential> of(ProviderId provider) {
        return sql.of(COLUMNS + """
                        FROM registry.credential c
                        WHERE c.provider_id = :provider
                        ORDER BY c.issued_at DESC, c.credential_id DESC
                        """)
                .param("provider", provider.value())
                .query(CredentialTable::credential)
                .list();
    }

    boolean insert(Credential credential, String secretHash) {
        CredentialId replaces = credential.life().replaces();
        return sql.of("""
                        INSERT INTO registry.credential (
                            credential_id, provider_id, user_name, secret_hash, service, scope, sandbox_only, issued_at,
                            issued_by, expires_at, replaces
                        )
                        VALUES (
                            :id, :provider, :user, :hash, :service, :scope, false, :issued_at, :issued_by, :expires_at,
                            :replaces
                        )
                        ON CONFLICT (user_name) DO NOTHING
                        """)
                        .param("id", credential.id().value())
                        .param("provider", credential.provider().value())
                        .param("user", credential.userName())
                        .param("hash", secretHash)
                        .param("service", credential.service())
                        .param("scope", credential.scope().name())
                        .param("issued_at", credential.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("issued_by", credential.issuedBy())
                        .param("expires_at", Rows.column(credential.life().expiresAt()))
                        .param("replaces", replaces == null ? null : replaces.value())
                        .update()
                == 1;
    }

    /// A credential that opens in a sandbox only.
    record Sample(Credential credential, String secretHash) {}

    void insertSamples(List<Sample> samples) {
        int[] _ = sql.batch(
                """
                INSERT INTO registry.credential (
                    credential_id, provider_id, user_name, secret_hash, scope, sandbox_only, issued_at, issued_by
                )
                VALUES (:id, :provider, :user, :hash, :scope, true, :issued_at, :issued_by)
                """,
                samples.stream()
                        .map(sample -> Map.<String, Object>of(
                                "id", sample.credential().id().value(),
                                "provider", sample.credential().provider().value(),
                                "user", sample.credential().userName(),
                                "hash", sample.secretHash(),
                                "scope", sample.credential().scope().name(),
                                "issued_at", sample.credential().issuedAt().atOffset(ZoneOffset.UTC),
                                "issued_by", sample.credential().issuedBy()))
                        .toList());
    }

    /// Revokes it if it is not revoked yet.
    boolean revoke(CredentialId id, Instant at) {
        return sql.of("""
                        UPDATE registry.credential
                        SET revoked_at = :at
                        WHERE credential_id = :id
                        AND revoked_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Revokes whatever of a company still opens.
    List<CredentialId> revokeAll(ProviderId provider, Instant at) {
        return sql.of("""
                        UPDATE registry.credential
                        SET revoked_at = :at
                        WHERE provider_id = :provider
                        AND revoked_at IS NULL
                        AND (expires_at IS NULL OR expires_at > :at)
                        RETURNING credential_id
                        """)
                .param("provider", provider.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new CredentialId(Rows.id(row, "credential_id")))
                .list();
    }

    /// Lets one that opens end at an instant, if it does not end before.
    ///
    /// @return false when it does not open any more
    boolean endBy(CredentialId id, Instant until, Instant now) {
        return sql.of("""
                        UPDATE registry.credential
                        SET expires_at = LEAST(expires_at, :until)
                        WHERE credential_id = :id
                        AND revoked_at IS NULL
                        AND (expires_at IS NULL OR expires_at > :now)
                        """)
                        .param("id", id.value())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Writes when credentials were last used, never an earlier instant over a later one: several servers write.
    void used(Map<CredentialId, Instant> uses) {
        var entries = List.copyOf(uses.entrySet());
        sql.of("""
                        UPDATE registry.credential c
                        SET last_used_at = u.at
                        FROM unnest(:ids::uuid[], :ats::timestamptz[]) AS u (id, at)
                        WHERE c.credential_id = u.id
                        AND (c.last_used_at IS NULL OR c.last_used_at < u.at)
                        """)
                .param(
                        "ids",
                        entries.stream().map(one -> one.getKey().toString()).toArray(String[]::new))
                .param(
                        "ats",
                        entries.stream().map(one -> one.getValue().toString()).toArray(String[]::new))
                .update();
    }

    private static Credential credential(ResultSet row, int ordinal) throws SQLException {
        UUID replaces = row.getObject("replaces", UUID.class);
        return new Credential(
                new CredentialId(Rows.id(row, "credential_id")),
                new ProviderId(Rows.id(row, "provider_id")),
                row.getString("user_name"),
                row.getString("service"),
                CredentialScope.valueOf(row.getString("scope")),
                Objects.requireNonNull(Rows.instantOrNull(row, "issued_at")),
                row.getString("issued_by"),
                new Credential.Life(
                        Rows.instantOrNull(row, "expires_at"),
                        Rows.instantOrNull(row, "revoked_at"),
                        Rows.instantOrNull(row, "last_used_at"),
                        replaces == null ? null : new CredentialId(replaces)));
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
