// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What modules confirmed, and the certificates that followed. Confirmations are derived from the journal; a
/// certificate is made once and never again.
@Component
class CertificateTable {

    private final Sql sql;

    CertificateTable(Sql sql) {
        this.sql = sql;
    }

    void confirm(UUID erasure, String module, long position, Instant at) {
        sql.of("""
                INSERT INTO vault.erasure_confirmation (erasure_id, module, position, confirmed_at)
                VALUES (:erasure, :module, :position, :at)
                ON CONFLICT (erasure_id, module) DO NOTHING
                """)
                .param("erasure", erasure)
                .param("module", module)
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// When each module confirmed, in order.
    SequencedMap<String, Instant> confirmations(UUID erasure) {
        var found = new LinkedHashMap<String, Instant>();
        sql.of("""
                SELECT module, confirmed_at
                  FROM vault.erasure_confirmation
                 WHERE erasure_id = :erasure
                 ORDER BY position
                """).param("erasure", erasure).query(row -> {
            found.put(
                    row.getString("module"),
                    row.getObject("confirmed_at", OffsetDateTime.class).toInstant());
        });
        return found;
    }

    void insert(UUID erasure, String document, Instant signedAt, LocalDate backupsExpireOn) {
        sql.of("""
                INSERT INTO vault.erasure_certificate (erasure_id, document, signed_at, backups_expire_on)
                VALUES (:erasure, :document, :at, :expire)
                """)
                .param("erasure", erasure)
                .param("document", document)
                .param("at", signedAt.atOffset(ZoneOffset.UTC))
                .param("expire", backupsExpireOn)
                .update();
    }

    Optional<String> document(UUID erasure) {
        return sql.of("SELECT document FROM vault.erasure_certificate WHERE erasure_id = :erasure")
                .param("erasure", erasure)
                .query(String.class)
                .optional();
    }
}
