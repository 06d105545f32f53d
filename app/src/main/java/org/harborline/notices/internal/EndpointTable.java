// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where senders want to hear of their reports. Addresses and secrets are sealed.
@Component
class EndpointTable {

    private final Sql sql;

    EndpointTable(Sql sql) {
        this.sql = sql;
    }

    /// An endpoint as stored.
    record Row(
            UUID provider,
            SealedText address,
            SealedText secret,
            @Nullable SealedText oldSecret,
            @Nullable Instant oldUntil,
            Instant setAt,
            @Nullable Instant failingSince,
            @Nullable Instant disabledAt) {}

    Optional<Row> find(UUID provider) {
        return sql.of("""
                        SELECT provider, address, secret, old_secret, old_until, set_at, failing_since, disabled_at
                          FROM notices.endpoint
                         WHERE provider = :provider
                        """)
                .param("provider", provider)
                .query((row, _) -> endpoint(row))
                .optional();
    }

    /// One endpoint, kept from change until the transaction ends.
    Optional<Row> lock(UUID provider) {
        return sql.of("""
                        SELECT provider, address, secret, old_secret, old_until, set_at, failing_since, disabled_at
                          FROM notices.endpoint
                         WHERE provider = :provider
                           FOR UPDATE
                        """)
                .param("provider", provider)
                .query((row, _) -> endpoint(row))
                .optional();
    }

    List<Row> all() {
        return sql.of("""
                        SELECT provider, address, secret, old_secret, old_until, set_at, failing_since, disabled_at
                          FROM notices.endpoint
                         ORDER BY disabled_at NULLS LAST, failing_since NULLS LAST, provider
                        """).query((row, _) -> endpoint(row)).list();
    }

    /// Sets the address. A secret that is there stays.
    ///
    /// @return whether there was no endpoint before
    boolean put(UUID provider, SealedText address, SealedText secret, Instant at) {
        return sql.of("""
                        INSERT INTO notices.endpoint (provider, address, secret, set_at)
                        VALUES (:provider, :address, :secret, :at)
                        ON CONFLICT (provider) DO UPDATE
                           SET address = EXCLUDED.address, set_at = EXCLUDED.set_at,
                               failing_since = NULL, disabled_at = NULL
                        RETURNING secret = :secret AS fresh
                        """)
                .param("provider", provider)
                .param("address", address.base64())
                .param("secret", secret.base64())
                .param("at", Columns.time(at))
                .query((row, _) -> row.getBoolean("fresh"))
                .single();
    }

    void rotate(UUID provider, SealedText secret, SealedText old, Instant oldUntil) {
        int _ = sql.of("""
                UPDATE notices.endpoint
                   SET secret = :secret, old_secret = :old, old_until = :until
                 WHERE provider = :provider
                """)
                .param("provider", provider)
                .param("secret", secret.base64())
                .param("old", old.base64())
                .param("until", Columns.time(oldUntil))
                .update();
    }

    boolean dropOldSecret(UUID provider) {
        return sql.of("""
                        UPDATE notices.endpoint
                           SET old_secret = NULL, old_until = NULL
                         WHERE provider = :provider
                           AND old_secret IS NOT NULL
                        """).param("provider", provider).update() == 1;
    }

    boolean remove(UUID provider) {
        return sql.of("DELETE FROM notices.endpoint WHERE provider = :provider")
                        .param("provider", provider)
                        .update()
                == 1;
    }

    void reached(UUID provider) {
        int _ = sql.of("""
                UPDATE notices.endpoint
                   SET failing_since = NULL
                 WHERE provider = :provider
                   AND failing_since IS NOT NULL
                """).param("provider", provider).update();
    }

    void failing(UUID provider, Instant at) {
        int _ = sql.of("""
                UPDATE notices.endpoint
                   SET failing_since = :at
                 WHERE provider = :provider
                   AND failing_since IS NULL
                """)
                .param("provider", provider)
                .param("at", Columns.time(at))
                .update();
    }

    /// Gives an endpoint up that has failed all the time since a moment.
    boolean disable(UUID provider, Instant failingSince, Instant at) {
        return sql.of("""
                        UPDATE notices.endpoint
                           SET disabled_at = :at
                         WHERE provider = :provider
                           AND disabled_at IS NULL
                           AND failing_since <= :since
                        """)
                        .param("provider", provider)
                        .param("since", Columns.time(failingSince))
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    private static Row endpoint(ResultSet row) throws SQLException {
        String old = row.getString("old_secret");
        return new Row(
                row.getObject("provider", UUID.class),
                new SealedText(row.getString("address")),
                new SealedText(row.getString("secret")),
                old == null ? null : new SealedText(old),
                Columns.instantOrNull(row, "old_until"),
                Columns.instant(row, "set_at"),
                Columns.instantOrNull(row, "failing_since"),
                Columns.instantOrNull(row, "disabled_at"));
    }
}
