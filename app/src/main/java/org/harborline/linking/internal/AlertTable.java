// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Alert;
import org.harborline.linking.AlertRemark;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reasons across roles as alerts, and what was said of them.
@Component
class AlertTable {

    /// Read from the end of the index as far as a page needs: no order but that of the index may be asked for inside,
    /// not
    /// even that of the kinds.
    static final String LIST = """
            SELECT alert.newer, alert.older, alert.kinds, alert.since, look.remark, look.looked_by, look.looked_at
              FROM (SELECT reason.newer, reason.older, array_agg(reason.kind) AS kinds,
                           max(reason.made_at) AS since
                      FROM linking.reason
                     WHERE reason.cross_role
                       AND reason.withdrawn_at IS NULL
                       AND (reason.newer, reason.older) < (:newer, :older)
                     GROUP BY reason.newer, reason.older
                     ORDER BY reason.newer DESC, reason.older DESC) AS alert
              LEFT JOIN linking.alert_look AS look ON look.newer = alert.newer AND look.older = alert.older
             WHERE NOT :waiting OR look.looked_at IS NULL OR look.looked_at < alert.since
             ORDER BY alert.newer DESC, alert.older DESC
             LIMIT :limit
            """;

    private final Sql sql;

    AlertTable(Sql sql) {
        this.sql = sql;
    }

    List<Alert> list(boolean waiting, @Nullable ReportPair after, int limit) {
        return sql.of(LIST)
                .param("newer", after == null ? Long.MAX_VALUE : after.newer().value())
                .param("older", after == null ? Long.MAX_VALUE : after.older().value())
                .param("waiting", waiting)
                .param("limit", limit)
                .query((row, _) -> alert(row))
                .list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        Array kinds = row.getArray("kinds");
        String remark = row.getString("remark");
        return new Alert(
                Rows.pair(row),
                Arrays.stream((String[]) kinds.getArray())
                        .map(IdentifierKind::valueOf)
                        .distinct()
                        .sorted()
                        .toList(),
                Rows.instant(row, "since"),
                remark == null
                        ? null
                        : new Alert.Look(
                                AlertRemark.valueOf(remark),
                                row.getString("looked_by"),
                                Rows.instant(row, "looked_at")));
    }

    /// Whether the pair is an alert whose identifier still stands in both roles.
    boolean stands(ReportPair pair) {
        return sql.of("""
                SELECT EXISTS (
                       SELECT 1
                         FROM linking.reason
                        WHERE newer = :newer
                          AND older = :older
                          AND cross_role
                          AND withdrawn_at IS NULL)
                """)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .query(Boolean.class)
                .single();
    }

    /// Stores the last word on an alert.
    void look(ReportPair pair, AlertRemark remark, String by, Instant at) {
        sql.of("""
                INSERT INTO linking.alert_look (newer, older, remark, looked_by, looked_at)
                VALUES (:newer, :older, :remark, :by, :at)
                    ON CONFLICT ON CONSTRAINT alert_look_pk DO UPDATE
                       SET remark = excluded.remark, looked_by = excluded.looked_by, looked_at = excluded.looked_at
                """)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .param("remark", remark.name())
                .param("by", by)
                .param("at", Rows.time(at))
                .update();
    }
}
