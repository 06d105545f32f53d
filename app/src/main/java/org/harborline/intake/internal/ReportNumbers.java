// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Hands out report numbers, in blocks taken from the sequence. A block that is not used up when the server stops
/// leaves a gap, which means nothing.
@Component
class ReportNumbers {

    /// As `INCREMENT BY` in the migration.
    static final int BLOCK = 32;

    private final Sql sql;
    private long next;
    private long end;

    ReportNumbers(Sql sql) {
        this.sql = sql;
    }

    synchronized ReportNumber next() {
        if (next == end) {
            next = sql.of("SELECT nextval('intake.report_number')")
                    .query(Long.class)
                    .single();
            end = next + BLOCK;
        }
        return new ReportNumber(next++);
    }
}
