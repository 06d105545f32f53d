// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.registry.Applicant;
import org.harborline.vault.SealedText;
import org.springframework.stereotype.Component;

/// All SQL of `registry.applicant`.
@Component
class ApplicantTable {

    private static final String COLUMNS = """
            SELECT applicant_id, company, country, sealed_form, asked_at, mailed_at, expires_at
              FROM registry.applicant
            """;

    private final Sql sql;

    ApplicantTable(Sql sql) {
        this.sql = sql;
    }

    /// An application as stored.
    record Row(Applicant applicant, SealedText form) {}

    void insert(Row row) {
        sql.of("""
                INSERT INTO registry.applicant (applicant_id, company, country, sealed_form, asked_at, expires_at)
                VALUES (:id, :company, :country, :form, :asked, :expires)
                """)
                .param("id", row.applicant().id())
                .param("company", row.applicant().company())
                .param("country", row.applicant().country())
                .param("form", row.form().base64())
                .param("asked", row.applicant().askedAt().atOffset(ZoneOffset.UTC))
                .param("expires", row.applicant().expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(UUID id, Instant now) {
        return sql.of(COLUMNS + """
                 WHERE applicant_id = :id AND expires_at > :now
                """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ApplicantTable::row)
                .optional();
    }

    Optional<Row> find(String secretHash, Instant now) {
        return sql.of(COLUMNS + """
                 WHERE secret_hash = :hash AND expires_at > :now
                """)
                .param("hash", secretHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ApplicantTable::row)
                .optional();
    }

    List<Applicant> waiting(Instant now, int limit) {
        return sql.of(COLUMNS + """
                 WHERE expires_at > :now
                 ORDER BY expires_at, applicant_id
                 LIMIT :limit
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, ordinal) -> row(row, ordinal).applicant())
                .list();
    }

    /// Gives the application this link and no other.
    boolean link(UUID id, String secretHash) {
        return sql.of("""
                        UPDATE registry.applicant
                           SET secret_hash = :hash
                         WHERE applicant_id = :id
                        """).param("id", id).param("hash", secretHash).update() == 1;
    }

    void mailed(UUID id, Instant at) {
        sql.of("""
                UPDATE registry.applicant
                   SET mailed_at = :at
                 WHERE applicant_id = :id
                """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /// Uses a link up.
    ///
    /// @return false when somebody else did
    boolean take(String secretHash) {
        return sql.of("""
                DELETE FROM registry.applicant
                 WHERE secret_hash = :hash
                """).param("hash", secretHash).update() == 1;
    }

    /// Forgets applications that have ended, some at once.
    List<UUID> forget(Instant now, int limit) {
        return sql.of("""
                DELETE FROM registry.applicant
                 WHERE applicant_id IN (
                       SELECT applicant_id
                         FROM registry.applicant
                        WHERE expires_at <= :now
                        ORDER BY expires_at
                        LIMIT :limit)
                RETURNING applicant_id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> Rows.id(row, "applicant_id"))
                .list();
    }

    private static Row row(ResultSet row, int ordinal) throws SQLException {
        return new Row(
                new Applicant(
                        Rows.id(row, "applicant_id"),
                        row.getString("company"),
                        row.getString("country"),
                        Objects.requireNonNull(Rows.instantOrNull(row, "asked_at")),
                        Rows.instantOrNull(row, "mailed_at"),
                        Objects.requireNonNull(Rows.instantOrNull(row, "expires_at"))),
                new SealedText(row.getString("sealed_form")));
    }
}
