// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.harborline.platform.Sql;
import org.harborline.support.DeskHours;
import org.springframework.stereotype.Component;

/// When the desk is staffed.
@Component
class HoursTable {

    private final Sql sql;

    HoursTable(Sql sql) {
        this.sql = sql;
    }

    /// Whether anybody ever entered hours.
    boolean everUsed() {
        return sql.of("SELECT EXISTS (SELECT FROM support.desk)")
                .query(Boolean.class)
                .single();
    }

    DeskHours hours() {
        ZoneId zone = sql.of("SELECT zone FROM support.desk")
                .query((row, _) -> ZoneId.of(row.getString("zone")))
                .optional()
                .orElse(ZoneOffset.UTC);
        return new DeskHours(
                zone,
                sql.of("SELECT weekday, opens, closes FROM support.shift")
                        .query((row, _) -> new DeskHours.Shift(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("opens", LocalTime.class),
                                row.getObject("closes", LocalTime.class)))
                        .list());
    }

    void replace(DeskHours hours) {
        int _ = sql.of("""
                INSERT INTO support.desk (zone)
                VALUES (:zone)
                ON CONFLICT (one_desk) DO UPDATE
                SET zone = EXCLUDED.zone
                """).param("zone", hours.zone().getId()).update();
        int _ = sql.of("DELETE FROM support.shift").update();
        int[] _ = sql.batch(
                "INSERT INTO support.shift (weekday, opens, closes) VALUES (:weekday, :opens, :closes)",
                hours.shifts().stream().map(HoursTable::row).toList());
    }

    private static Map<String, Object> row(DeskHours.Shift shift) {
        return Map.of(
                "weekday", shift.day().getValue(),
                "opens", shift.opens(),
                "closes", shift.closes());
    }
}
