// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Sql;
import org.harborline.referral.AddressCheck;
import org.springframework.stereotype.Component;

/// Checks of a single address by a second person: `referral.address_check`.
@Component
class AddressCheckTable {

    private final Sql sql;

    AddressCheckTable(Sql sql) {
        this.sql = sql;
    }

    /// Asks for a check.
    ///
    /// @return whether nobody had asked before
    boolean ask(ReportNumber report, Actor by, Instant at) {
        return sql.of("""
                INSERT INTO referral.address_check (report, asked_by, asked_at)
                VALUES (:report, :by, :at)
                ON CONFLICT (report) DO NOTHING
                """)
                        .param("report", report.value())
                        .param("by", by.id())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    /// Records the check.
    ///
    /// @return whether it was open and asked by somebody else
    boolean check(ReportNumber report, Actor by, Instant at) {
        return sql.of("""
                UPDATE referral.address_check
                   SET checked_by = :by, checked_at = :at
                 WHERE report = :report
                   AND checked_by IS NULL
                   AND asked_by <> :by
                """)
                        .param("report", report.value())
                        .param("by", by.id())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    Optional<AddressCheck> find(ReportNumber report) {
        return sql.of("""
                SELECT asked_by, asked_at, checked_by, checked_at
                  FROM referral.address_check
                 WHERE report = :report
                """)
                .param("report", report.value())
                .query((row, _) -> new AddressCheck(
                        row.getString("asked_by"),
                        Objects.requireNonNull(Columns.instant(row, "asked_at")),
                        row.getString("checked_by"),
                        Columns.instant(row, "checked_at")))
                .optional();
    }
}
