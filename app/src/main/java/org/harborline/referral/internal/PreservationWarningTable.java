// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.registry.AgencyId;
import org.springframework.stereotype.Component;

/// What agencies are warned of: `referral.preservation_watch` and `referral.preservation_warning`.
@Component
class PreservationWarningTable {

    /// Counts what came within reach of a warning between two days.
    static final String WARN = """
            INSERT INTO referral.preservation_warning (agency_id, day, days, until_at, reports)
            SELECT kept.agency_id, CAST(:day AS date), warned.days,
                   CAST(:to AS timestamptz) + warned.days * interval '24 hours', count(*)
              FROM unnest(CAST(:days AS integer[])) AS warned (days)
              JOIN referral.preservation AS kept
                ON kept.kept_until > CAST(:from AS timestamptz) + warned.days * interval '24 hours'
               AND kept.kept_until <= CAST(:to AS timestamptz) + warned.days * interval '24 hours'
             GROUP BY kept.agency_id, warned.days
            """;

    private final Sql sql;

    PreservationWarningTable(Sql sql) {
        this.sql = sql;
    }

    record Warning(AgencyId agency, int days, long reports, Instant until) {}

    /// Moves the watch on to a day.
    ///
    /// @return the day it stood at; empty when it is there already
    Optional<LocalDate> advance(LocalDate to) {
        int _ = sql.of("INSERT INTO referral.preservation_watch (day) VALUES (:before) ON CONFLICT DO NOTHING")
                .param("before", to.minusDays(1))
                .update();
        Optional<LocalDate> stood = sql.of("SELECT day FROM referral.preservation_watch WHERE day < :to FOR UPDATE")
                .param("to", to)
                .query(LocalDate.class)
                .optional();
        if (stood.isPresent()) {
            int _ = sql.of("UPDATE referral.preservation_watch SET day = :to")
                    .param("to", to)
                    .update();
        }
        return stood;
    }

    int warn(LocalDate day, Instant from, Instant to, List<Integer> days) {
        return sql.of(WARN)
                .param("day", day)
                .param("from", Columns.time(from))
                .param("to", Columns.time(to))
                .param("days", days.toArray(Integer[]::new))
                .update();
    }

    List<Warning> untold(LocalDate since, UUID after, int limit) {
        return sql.of("""
                SELECT agency_id, days, reports, until_at
                  FROM referral.preservation_warning
                 WHERE told_at IS NULL
                   AND day >= :since
                   AND agency_id IN (SELECT DISTINCT agency_id
                                       FROM referral.preservation_warning
                                      WHERE told_at IS NULL AND day >= :since AND agency_id > :after
                                      ORDER BY agency_id
                                      LIMIT :limit)
                 ORDER BY agency_id, days, day
                """)
                .param("since", since)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Warning(
                        new AgencyId(Columns.id(row, "agency_id")),
                        row.getInt("days"),
                        row.getLong("reports"),
                        Objects.requireNonNull(Columns.instant(row, "until_at"))))
                .list();
    }

    void told(AgencyId agency, LocalDate since, Instant now) {
        int _ = sql.of("""
                UPDATE referral.preservation_warning
                   SET told_at = :now
                 WHERE agency_id = :agency AND told_at IS NULL AND day >= :since
                """)
                .param("agency", agency.value())
                .param("since", since)
                .param("now", Columns.time(now))
                .update();
    }
}
