// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.registry.ContactKind;
import org.harborline.registry.Verification;
import org.jspecify.annotations.Nullable;

/// Reads the column types that several tables here share.
final class Rows {

    private Rows() {}

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Set<ContactKind> contactKinds(ResultSet row) throws SQLException {
        return texts(row, "contacts_held").stream().map(ContactKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Verification verification(ResultSet row, String prefix) throws SQLException {
        return new Verification(
                row.getBoolean(prefix + "confirmed"),
                row.getString(prefix + "verified_by"),
                day(row, prefix + "verified_on"));
    }
}
