// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.harborline.platform.Sql;
import org.harborline.registry.Attention;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.springframework.stereotype.Component;

/// The lists of what waits. Companies are a few hundred, so they are read whole; what is shown has an end.
@Component
class AttentionTable {

    private static final int MOST = 200;

    private final Sql sql;

    AttentionTable(Sql sql) {
        this.sql = sql;
    }

    Attention at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Attention(
                joining(),
                reopened(),
                stale(today.minusDays(ContactPoint.STALE_AFTER_DAYS)),
                ending(today.plusDays(Attention.WARN_DAYS)),
                stopped(now.minus(Duration.ofDays(Attention.STOPPED_DAYS))));
    }

    private List<Attention.Joining> joining() {
        return sql.of("""
                SELECT p.provider_id, p.name, p.standing,
                       (SELECT count(*) FROM registry.company_check c WHERE c.provider_id = p.provider_id) AS checks,
                       (SELECT count(*) FROM registry.approval a WHERE a.provider_id = p.provider_id) AS approvals
                  FROM registry.provider p
                 WHERE p.standing <> 'LIVE' AND NOT p.sample
                 ORDER BY p.code
                 LIMIT :most
                """)
                .param("most", MOST)
                .query((row, _) -> new Attention.Joining(
                        named(row),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("checks"),
                        row.getInt("approvals")))
                .list();
    }

    private List<Attention.Named> reopened() {
        return sql.of("""
                SELECT p.provider_id, p.name
                  FROM registry.provider p
                 WHERE p.standing IN ('VERIFIED', 'LIVE') AND NOT p.sample
                   AND (SELECT count(*) FROM registry.company_check c WHERE c.provider_id = p.provider_id) < :items
                 ORDER BY p.code
                 LIMIT :most
                """)
                .param("items", CheckItem.values().length)
                .param("most", MOST)
                .query((row, _) -> named(row))
                .list();
    }

    List<Attention.Stale> stale(LocalDate before) {
        return sql.of("""
                SELECT p.provider_id, p.name, count(*) AS contacts, min(c.verified_on) AS oldest
                  FROM registry.provider p
                  JOIN registry.contact_point c
                       ON c.organisation_kind = 'provider' AND c.organisation_id = p.provider_id
                 WHERE NOT p.sample AND c.verified_on < :before
                 GROUP BY p.provider_id
                 ORDER BY min(c.verified_on), p.code
                 LIMIT :most
                """)
                .param("before", before)
                .param("most", MOST)
                .query((row, _) -> new Attention.Stale(named(row), row.getInt("contacts"), Rows.day(row, "oldest")))
                .list();
    }

    List<Attention.Ending> ending(LocalDate until) {
        return sql.of("""
                SELECT p.provider_id, p.name, max(a.last_day) AS last_day
                  FROM registry.provider p
                  LEFT JOIN registry.agreement a ON a.provider_id = p.provider_id
                 WHERE NOT p.sample AND p.standing IN ('VERIFIED', 'LIVE')
                 GROUP BY p.provider_id
                HAVING NOT COALESCE(bool_or(a.agreement_id IS NOT NULL AND (a.last_day IS NULL OR a.last_day > :until)), false)
                 ORDER BY max(a.last_day) NULLS FIRST, p.code
                 LIMIT :most
                """)
                .param("until", until)
                .param("most", MOST)
                .query((row, _) -> new Attention.Ending(named(row), Rows.dayOrNull(row, "last_day")))
                .list();
    }

    private List<Attention.Stopped> stopped(Instant since) {
        return sql.of("""
                SELECT p.provider_id, p.name, p.stopped_at
                  FROM registry.provider p
                 WHERE p.stopped_at >= :since
                 ORDER BY p.stopped_at DESC
                 LIMIT :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, _) -> new Attention.Stopped(
                        named(row), Objects.requireNonNull(Rows.instantOrNull(row, "stopped_at"))))
                .list();
    }

    private static Attention.Named named(ResultSet row) throws SQLException {
        return new Attention.Named(new ProviderId(Rows.id(row, "provider_id")), row.getString("name"));
    }
}
