// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;

/// How support's values look in its tables.
final class Columns {

    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static <E extends Enum<E>> @Nullable E codeOrNull(Class<E> type, @Nullable String code) {
        return code == null ? null : Enum.valueOf(type, code);
    }

    static @Nullable SealedText sealedOrNull(@Nullable String text) {
        return text == null ? null : new SealedText(text);
    }
}
