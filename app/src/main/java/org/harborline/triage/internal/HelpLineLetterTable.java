// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.LocalDate;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// When those on duty were last written to about help lines: `triage.help_line_letter`.
@Component
class HelpLineLetterTable {

    private final Sql sql;

    HelpLineLetterTable(Sql sql) {
        this.sql = sql;
    }

    /// Notes a day.
    ///
    /// @return false when a letter went out on that day already
    boolean note(LocalDate day) {
        return sql.of("""
                        INSERT INTO triage.help_line_letter (day)
                        VALUES (:day)
                        ON CONFLICT (only_one) DO UPDATE
                           SET day = excluded.day
                         WHERE help_line_letter.day < excluded.day
                        """).param("day", day).update() == 1;
    }
}
