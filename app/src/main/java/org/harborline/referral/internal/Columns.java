// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/// Conversions between columns and words of the domain.
final class Columns {

    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable ReportNumber report(ResultSet row, String column) throws SQLException {
        Long found = row.getObject(column, Long.class);
        return found == null ? null : new ReportNumber(found);
    }

    static <E extends Enum<E>> @Nullable E word(ResultSet row, String column, Class<E> type) throws SQLException {
        String found = row.getString(column);
        return found == null ? null : Enum.valueOf(type, found);
    }

    /// A value that may be absent, for statements that run for many rows.
    static Object maybe(int type, @Nullable Object value) {
        return new SqlParameterValue(type, value);
    }

    static Long[] numbers(Collection<ReportNumber> reports) {
        return reports.stream().map(ReportNumber::value).toArray(Long[]::new);
    }
}
