// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.List;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.access.internal.AccountSeals.Field;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Sealed values and keyed names of accounts, for the rotation of keys. There are as many as there are people, so they
/// are read at once.
@Component
class SealTable {

    private final Sql sql;

    SealTable(Sql sql) {
        this.sql = sql;
    }

    /// @param id of the row that holds it
    /// @param row what the seal is bound to beside field and holder
    record Seal(Field field, HolderId holder, UUID id, String row, String sealed) {}

    /// All sealed values, in the order of the holders.
    List<Seal> seals() {
        return sql.of("""
                SELECT 'SIGN_IN_NAME' AS field, account_id, account_id AS id, '-' AS bound, sealed_name AS sealed
                  FROM access.account
                 UNION ALL
                SELECT 'DISPLAY_NAME', account_id, account_id, '-', sealed_display_name
                  FROM access.account
                 UNION ALL
                SELECT 'TOTP_SECRET', account_id, factor_id, factor_id::text, sealed_secret
                  FROM access.factor
                 WHERE kind = 'TOTP'
                 ORDER BY account_id, id, field
                """)
                .query((row, _) -> new Seal(
                        Field.valueOf(row.getString("field")),
                        new HolderId(row.getObject("account_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getString("bound"),
                        row.getString("sealed")))
                .list();
    }

    /// Replaces a sealed value, unless it is another by now.
    void replace(Seal old, String sealed) {
        var statement = switch (old.field()) {
            case SIGN_IN_NAME ->
                sql.of("UPDATE access.account SET sealed_name = :new WHERE account_id = :id AND sealed_name = :old");
            case DISPLAY_NAME -> sql.of("""
                            UPDATE access.account
                               SET sealed_display_name = :new
                             WHERE account_id = :id AND sealed_display_name = :old
                            """);
            case TOTP_SECRET ->
                sql.of("UPDATE access.factor SET sealed_secret = :new WHERE factor_id = :id AND sealed_secret = :old");
        };
        statement
                .param("new", sealed)
                .param("id", old.id())
                .param("old", old.sealed())
                .update();
    }

    /// @param sealedName the name that the key was made of
    record Name(HolderId holder, String sealedName) {}

    /// Accounts whose name is found under another key version.
    List<Name> namesNotUnder(int version) {
        return sql.of("""
                SELECT account_id, sealed_name
                  FROM access.account
                 WHERE name_key_version <> :version
                 ORDER BY account_id
                """)
                .param("version", version)
                .query((row, _) ->
                        new Name(new HolderId(row.getObject("account_id", UUID.class)), row.getString("sealed_name")))
                .list();
    }

    void rekey(HolderId holder, UUID key, int version) {
        sql.of("UPDATE access.account SET name_key = :key, name_key_version = :version WHERE account_id = :id")
                .param("key", key)
                .param("version", version)
                .param("id", holder.value())
                .update();
    }
}
