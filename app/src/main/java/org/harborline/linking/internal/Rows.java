// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.jspecify.annotations.Nullable;

/// Values of this module's tables on their way in and out.
final class Rows {

    private Rows() {}

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object one = value.apply(rows.get(i));
            texts[i] = one == null ? null : one.toString();
        }
        return texts;
    }

    static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static Long[] numbers(Collection<ReportNumber> reports) {
        return reports.stream().map(ReportNumber::value).toArray(Long[]::new);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static List<Instant> instants(ResultSet row, String column) throws SQLException {
        Timestamp[] values = (Timestamp[]) row.getArray(column).getArray();
        return Arrays.stream(values).map(Timestamp::toInstant).toList();
    }

    /// An array in the database's own words.
    static String array(List<Instant> times) {
        return times.stream().map(time -> "\"" + time + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    static ReportNumber report(ResultSet row, String column) throws SQLException {
        return new ReportNumber(row.getLong(column));
    }

    static ReportPair pair(ResultSet row) throws SQLException {
        return new ReportPair(report(row, "newer"), report(row, "older"));
    }
}
