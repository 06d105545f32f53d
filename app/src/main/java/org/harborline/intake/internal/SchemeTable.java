// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.Scheme;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What the operator entered: `intake.scheme`. Rows are never changed; the newest holds.
@Component
class SchemeTable {

    private final Sql sql;

    SchemeTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Scheme> newest() {
        return sql.of("""
                SELECT legal_effect, recipient, preservation_days, reference_days, review_due
                  FROM intake.scheme
                 ORDER BY scheme_id DESC
                 LIMIT 1
                """)
                .query((row, _) -> new Scheme(
                        row.getString("legal_effect"),
                        row.getString("recipient"),
                        row.getInt("preservation_days"),
                        row.getInt("reference_days"),
                        row.getObject("review_due", LocalDate.class)))
                .optional();
    }

    void insert(UUID id, Scheme scheme, String by, Instant at) {
        sql.of("""
                INSERT INTO intake.scheme (scheme_id, legal_effect, recipient, preservation_days, reference_days,
                                           review_due, set_by, set_at)
                VALUES (:id, :effect, :recipient, :preservation, :reference, :due, :by, :at)
                """)
                .param("id", id)
                .param("effect", scheme.legalEffect().strip())
                .param("recipient", scheme.recipient().strip())
                .param("preservation", scheme.preservationDays())
                .param("reference", scheme.referenceDays())
                .param("due", scheme.reviewDue())
                .param("by", by)
                .param("at", Instants.column(at))
                .update();
    }
}
