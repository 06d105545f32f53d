// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is paged. Names and addresses are sealed.
@Component
class RotaTable {

    private final Sql sql;

    RotaTable(Sql sql) {
        this.sql = sql;
    }

    void insert(SealedContact contact, Instant at) {
        sql.of("""
                INSERT INTO triage.rota_contact
                       (rota_contact, step, starts_at, ends_at, name, mail, webhook, secret, language, added_at)
                VALUES (:id, :step, :starts, :ends, :name, :mail, :webhook, :secret, :language, :at)
                """)
                .param("id", contact.id())
                .param("step", contact.step())
                .param("starts", Columns.timeOrNull(contact.startsAt()))
                .param("ends", Columns.timeOrNull(contact.endsAt()))
                .param("name", contact.name().base64())
                .param("mail", contact.mail().base64())
                .param(
                        "webhook",
                        contact.webhook() == null ? null : contact.webhook().base64())
                .param(
                        "secret",
                        contact.secret() == null ? null : contact.secret().base64())
                .param("language", contact.language())
                .param("at", Columns.time(at))
                .update();
    }

    boolean remove(UUID contact, Instant at) {
        return sql.of("""
                        UPDATE triage.rota_contact
                           SET removed_at = :at
                         WHERE rota_contact = :id
                           AND removed_at IS NULL
                        """).param("id", contact).param("at", Columns.time(at)).update() == 1;
    }

    /// Whether anybody is or was on the rota.
    boolean everUsed() {
        return sql.of("SELECT EXISTS (SELECT FROM triage.rota_contact)")
                .query(Boolean.class)
                .single();
    }

    List<SealedContact> all() {
        return sql.of("""
                        SELECT rota_contact, step, starts_at, ends_at, name, mail, webhook, secret, language
                          FROM triage.rota_contact
                         WHERE removed_at IS NULL
                         ORDER BY step, rota_contact
                        """).query((row, _) -> contact(row)).list();
    }

    private static SealedContact contact(ResultSet row) throws SQLException {
        return new SealedContact(
                row.getObject("rota_contact", UUID.class),
                row.getInt("step"),
                Columns.instantOrNull(row, "starts_at"),
                Columns.instantOrNull(row, "ends_at"),
                new SealedText(row.getString("name")),
                new SealedText(row.getString("mail")),
                sealedOrNull(row.getString("webhook")),
                sealedOrNull(row.getString("secret")),
                row.getString("language"));
    }

    private static @Nullable SealedText sealedOrNull(@Nullable String text) {
        return text == null ? null : new SealedText(text);
    }

    /// A contact as stored.
    record SealedContact(
            UUID id,
            int step,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            SealedText name,
            SealedText mail,
            @Nullable SealedText webhook,
            @Nullable SealedText secret,
            String language) {}
}
