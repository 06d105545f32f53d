// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    /// Asks for a check. What was asked or checked of another address is void; and a person who asks takes the place of
    /// the system, whose question any one person can answer.
    ///
    /// @param marks of the address, the one to store first
    /// @return whether the same had not been asked before
    boolean ask(ReportNumber report, Marks marks, String by, Instant at) {
        return sql.of("""
                INSERT INTO referral.address_check (report, mark, asked_by, asked_at)
                VALUES (:report, :mark, :by, :at)
                ON CONFLICT (report) DO UPDATE
                   SET mark = excluded.mark, asked_by = excluded.asked_by, asked_at = excluded.asked_at,
                       checked_by = NULL, checked_at = NULL
                 WHERE NOT address_check.mark = ANY (:known)
                    OR (address_check.asked_by = :system
                        AND excluded.asked_by <> :system
                        AND (address_check.checked_by IS NULL OR address_check.checked_by = excluded.asked_by))
                """)
                        .param("report", report.value())
                        .param("mark", marks.fresh())
                        .param("known", marks.array())
                        .param("by", by)
                        .param("system", Actors.SYSTEM.id())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    /// Records the check.
    ///
    /// @return whether it was open, of this address and asked by somebody else
    boolean check(ReportNumber report, Marks marks, Actor by, Instant at) {
        return sql.of("""
                UPDATE referral.address_check
                   SET checked_by = :by, checked_at = :at
                 WHERE report = :report
                   AND mark = ANY (:known)
                   AND checked_by IS NULL
                   AND asked_by <> :by
                """)
                        .param("report", report.value())
                        .param("known", marks.array())
                        .param("by", by.id())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    Optional<AddressCheck> find(ReportNumber report, Marks marks) {
        return sql.of("""
                SELECT NULLIF(asked_by, :system) AS asked_by, asked_at, checked_by, checked_at
                  FROM referral.address_check
                 WHERE report = :report
                   AND mark = ANY (:known)
                """)
                .param("report", report.value())
                .param("known", marks.array())
                .param("system", Actors.SYSTEM.id())
                .query((row, _) -> new AddressCheck(
                        row.getString("asked_by"),
                        Objects.requireNonNull(Columns.instant(row, "asked_at")),
                        row.getString("checked_by"),
                        Columns.instant(row, "checked_at")))
                .optional();
    }

    /// An erased report keeps no mark of its address.
    void forget(ReportNumber report) {
        int _ = sql.of("DELETE FROM referral.address_check WHERE report = :report")
                .param("report", report.value())
                .update();
    }

    /// What stands for an address: the newest keyed mark, and those of older keys.
    record Marks(UUID fresh, Collection<UUID> all) {
        UUID[] array() {
            return all.toArray(UUID[]::new);
        }
    }
}
