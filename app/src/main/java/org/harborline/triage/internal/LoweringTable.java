// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.triage.Lowering;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.Priority;
import org.springframework.stereotype.Component;

/// Lowerings, done or asked for.
@Component
class LoweringTable {

    private final Sql sql;

    LoweringTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a lowering.
    ///
    /// @return false when one of this report waits already
    boolean insert(Lowering lowering) {
        return sql.of("""
                        INSERT INTO triage.lowering (lowering, report, level_from, level_to, reason, in_spite_of, state, asked_by,
                               asked_at)
                        VALUES (:id, :report, :from, :to, :reason, :spite, :state, :by, :at)
                        ON CONFLICT (report) WHERE state = 'WAITING' DO NOTHING
                        """)
                        .param("id", lowering.id())
                        .param("report", lowering.report().value())
                        .param("from", lowering.from().level())
                        .param("to", lowering.to().level())
                        .param("reason", lowering.reason().code().value())
                        .param("spite", Columns.codes(lowering.inSpiteOf()))
                        .param("state", lowering.state().name())
                        .param("by", lowering.askedBy())
                        .param("at", Columns.time(lowering.askedAt()))
                        .update()
                == 1;
    }

    /// Answers a lowering that waits.
    ///
    /// @return empty when there is none with this id
    Optional<Lowering> answer(UUID id, Lowering.State state, String by, Instant at) {
        return sql.of("""
                        UPDATE triage.lowering
                           SET state = :state, answered_by = :by, answered_at = :at
                         WHERE lowering = :id
                           AND state = 'WAITING'
                        RETURNING lowering, report, level_from, level_to, reason, in_spite_of, state, asked_by, asked_at, answered_by,
                                  answered_at
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("at", Columns.time(at))
                .query((row, _) -> lowering(row))
                .optional();
    }

    Optional<Lowering> find(UUID id) {
        return sql.of("""
                        SELECT lowering, report, level_from, level_to, reason, in_spite_of, state, asked_by, asked_at, answered_by,
                               answered_at
                          FROM triage.lowering
                         WHERE lowering = :id
                        """).param("id", id).query((row, _) -> lowering(row)).optional();
    }

    List<Lowering> waiting() {
        return sql.of("""
                        SELECT lowering, report, level_from, level_to, reason, in_spite_of, state, asked_by, asked_at, answered_by,
                               answered_at
                          FROM triage.lowering
                         WHERE state = 'WAITING'
                         ORDER BY asked_at, lowering
                        """).query((row, _) -> lowering(row)).list();
    }

    List<Lowering> of(ReportNumber report) {
        return sql.of("""
                        SELECT lowering, report, level_from, level_to, reason, in_spite_of, state, asked_by, asked_at, answered_by,
                               answered_at
                          FROM triage.lowering
                         WHERE report = :report
                         ORDER BY asked_at, lowering
                        """)
                .param("report", report.value())
                .query((row, _) -> lowering(row))
                .list();
    }

    private static Lowering lowering(ResultSet row) throws SQLException {
        return new Lowering(
                row.getObject("lowering", UUID.class),
                Columns.report(row),
                Priority.of(row.getInt("level_from")),
                Priority.of(row.getInt("level_to")),
                LoweringReason.valueOf(
                        row.getString("reason").toUpperCase(Locale.ROOT).replace('-', '_')),
                Columns.codeSet(row, "in_spite_of"),
                Lowering.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                Columns.instant(row, "asked_at"),
                row.getString("answered_by"),
                Columns.instantOrNull(row, "answered_at"));
    }
}
