// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.harborline.triage.Designation;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.DesignationStep;
import org.harborline.triage.FirstLook;
import org.harborline.triage.SafeguardingOutcome;
import org.springframework.stereotype.Component;

/// First looks, designations and safeguarding checks, each with its whole history.
@Component
class DecisionTable {

    private final Sql sql;

    DecisionTable(Sql sql) {
        this.sql = sql;
    }

    void insertFirstLook(UUID id, ReportNumber report, Set<Code> yes, Set<Code> no, String by, Instant at) {
        sql.of("""
                INSERT INTO triage.first_look (first_look, report, answered_yes, answered_no, recorded_by, recorded_at)
                VALUES (:id, :report, :yes, :no, :by, :at)
                """)
                .param("id", id)
                .param("report", report.value())
                .param("yes", Columns.codes(yes))
                .param("no", Columns.codes(no))
                .param("by", by)
                .param("at", Columns.time(at))
                .update();
    }

    /// The answers recorded last.
    Optional<FirstLook> lastFirstLook(ReportNumber report) {
        return sql.of("""
                        SELECT answered_yes, answered_no
                          FROM triage.first_look
                         WHERE report = :report
                         ORDER BY first_look DESC
                         LIMIT 1
                        """)
                .param("report", report.value())
                .query((row, _) ->
                        new FirstLook(Columns.codeSet(row, "answered_yes"), Columns.codeSet(row, "answered_no")))
                .optional();
    }

    /// Two people who designate at the same moment get two ordinals or a conflict, never one row.
    void insertDesignation(ReportNumber report, DesignationReason reason, String by, Instant at) {
        sql.of("""
                INSERT INTO triage.designation (report, ordinal, designation, reason, designated_by, designated_at)
                SELECT :report, coalesce(max(ordinal), 0) + 1, :designation, :reason, :by, :at
                  FROM triage.designation
                 WHERE report = :report
                """)
                .param("report", report.value())
                .param("designation", reason.designation().name())
                .param("reason", reason.code().value())
                .param("by", by)
                .param("at", Columns.time(at))
                .update();
    }

    boolean isDesignated(ReportNumber report) {
        return sql.of("SELECT EXISTS (SELECT FROM triage.designation WHERE report = :report)")
                .param("report", report.value())
                .query(Boolean.class)
                .single();
    }

    List<DesignationStep> designations(ReportNumber report) {
        return sql.of("""
                        SELECT designation, reason, designated_by, designated_at
                          FROM triage.designation
                         WHERE report = :report
                         ORDER BY ordinal
                        """)
                .param("report", report.value())
                .query((row, _) -> new DesignationStep(
                        Designation.valueOf(row.getString("designation")),
                        Code.of(row.getString("reason")),
                        row.getString("designated_by"),
                        Columns.instant(row, "designated_at")))
                .list();
    }

    void insertCheck(ReportNumber report, SafeguardingOutcome outcome, String by, Instant at) {
        sql.of("""
                INSERT INTO triage.safeguarding_check (report, ordinal, outcome, checked_by, checked_at)
                SELECT :report, coalesce(max(ordinal), 0) + 1, :outcome, :by, :at
                  FROM triage.safeguarding_check
                 WHERE report = :report
                """)
                .param("report", report.value())
                .param("outcome", outcome.name())
                .param("by", by)
                .param("at", Columns.time(at))
                .update();
    }
}
