// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What companies were reminded of: `registry.reminder`. Companies are a few hundred, so they are read whole.
@Component
class ReminderTable {

    private static final String DUE = """
            SELECT due.provider_id, due.subject, due.kind, due.last_day, due.step, company.language
              FROM (SELECT provider_id, subject, kind, last_day,
                           CASE WHEN last_day < CAST(:today AS date) THEN 0
                                WHEN last_day <= CAST(:today AS date) + 7 THEN 7
                                ELSE 30 END AS step
                      FROM (SELECT organisation_id AS provider_id, contact_id AS subject, kind,
                                   verified_on + CAST(:fresh AS integer) AS last_day
                              FROM registry.contact_point
                             WHERE organisation_kind = 'provider'
                             UNION ALL
                            SELECT provider_id, provider_id, NULL, max(last_day)
                              FROM registry.agreement
                             GROUP BY provider_id
                            HAVING bool_and(last_day IS NOT NULL)) AS known
                     WHERE last_day <= CAST(:today AS date) + 30) AS due
              JOIN registry.provider AS company ON company.provider_id = due.provider_id
             WHERE NOT company.sample
               AND (due.kind IS NOT NULL OR company.standing IN ('VERIFIED', 'LIVE'))
               AND NOT EXISTS (SELECT 1
                                 FROM registry.reminder AS told
                                WHERE told.subject = due.subject AND told.last_day = due.last_day
                                  AND told.step <= due.step)
               AND NOT EXISTS (SELECT 1
                                 FROM registry.reminder AS told
                                WHERE told.provider_id = due.provider_id AND told.told_on = :today)
             ORDER BY due.provider_id, due.last_day, due.kind, due.subject
            """;

    private final Sql sql;

    ReminderTable(Sql sql) {
        this.sql = sql;
    }

    /// Something to be checked or renewed.
    ///
    /// @param subject the contact point; the company for its agreement
    /// @param kind of the contact point; absent for the agreement
    /// @param lastDay on which it is still good
    /// @param step 30 or 7 days ahead, or 0 when it is over
    /// @param language of the company
    record Due(
            ProviderId company,
            UUID subject,
            @Nullable ContactKind kind,
            LocalDate lastDay,
            int step,
            String language) {}

    /// What reached a step of which its company was not told, unless it had a mail on that day already. A step that
    /// was passed unseen is left out for the next one.
    List<Due> due(LocalDate today) {
        return sql.of(DUE)
                .param("today", today)
                .param("fresh", ContactPoint.STALE_AFTER_DAYS)
                .query((row, _) -> new Due(
                        new ProviderId(Rows.id(row, "provider_id")),
                        Rows.id(row, "subject"),
                        Optional.ofNullable(row.getString("kind"))
                                .map(ContactKind::valueOf)
                                .orElse(null),
                        Rows.day(row, "last_day"),
                        row.getInt("step"),
                        row.getString("language")))
                .list();
    }

    void told(Collection<Due> told, LocalDate on) {
        int[] _ = sql.batch(
                """
                INSERT INTO registry.reminder (subject, last_day, step, provider_id, told_on)
                VALUES (:subject, :last_day, :step, :provider, :on)
                ON CONFLICT DO NOTHING
                """,
                told.stream()
                        .map(one -> Map.<String, Object>of(
                                "subject", one.subject(),
                                "last_day", one.lastDay(),
                                "step", one.step(),
                                "provider", one.company().value(),
                                "on", on))
                        .toList());
    }
}
