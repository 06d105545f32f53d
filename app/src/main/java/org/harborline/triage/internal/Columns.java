// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.jspecify.annotations.Nullable;

/// How triage's values look in its tables.
final class Columns {

    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static List<Instant> instants(ResultSet row, String column) throws SQLException {
        return Stream.of((Timestamp[]) row.getArray(column).getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    static ReportNumber report(ResultSet row) throws SQLException {
        return new ReportNumber(row.getLong("report"));
    }

    static Long[] numbers(Collection<ReportNumber> reports) {
        return reports.stream().map(ReportNumber::value).toArray(Long[]::new);
    }

    static String[] codes(Collection<Code> codes) {
        return codes.stream().map(Code::value).toArray(String[]::new);
    }

    static List<Code> codes(ResultSet row, String column) throws SQLException {
        return texts(row, column).map(Code::of).toList();
    }

    static Set<Code> codeSet(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(codes(row, column));
    }

    static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    static @Nullable Priority priorityOrNull(ResultSet row, String column) throws SQLException {
        int level = row.getInt(column);
        return row.wasNull() ? null : Priority.of(level);
    }
}
