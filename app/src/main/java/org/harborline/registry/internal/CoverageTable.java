// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Area;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.Verification;
import org.springframework.stereotype.Component;

/// All SQL of `registry.coverage`.
@Component
class CoverageTable {

    private static final String COLUMNS = """
            c.coverage_id,
            c.agency_id AS covering_agency_id,
            c.scope,
            c.country,
            c.region,
            c.place,
            c.confirmed,
            c.verified_by,
            c.verified_on,
            c.sample,
            c.effective_from,
            c.effective_until,
            c.version
            """;

    private final Sql sql;

    CoverageTable(Sql sql) {
        this.sql = sql;
    }

    /// Entries in effect for any of the keys, with agencies that exist on the day.
    List<Ranking.Match> matching(Collection<String> keys, LocalDate day) {
        return sql.of("SELECT " + COLUMNS + ", " + AgencyTable.COLUMNS + """
                        FROM registry.coverage c
                        JOIN registry.agency a ON a.agency_id = c.agency_id
                        WHERE c.area_key = ANY (:keys)
                        AND c.effective_from <= :day
                        AND (c.effective_until IS NULL OR c.effective_until > :day)
                        AND a.effective_from <= :day
                        AND (a.effective_until IS NULL OR a.effective_until > :day)
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("day", day)
                .query((row, _) -> new Ranking.Match(AgencyTable.agency(row), coverage(row)))
                .list();
    }

    List<CoverageArea> of(AgencyId agency) {
        return sql.of("SELECT " + COLUMNS + """
                        FROM registry.coverage c
                        WHERE c.agency_id = :agency
                        ORDER BY c.area_key, c.effective_from
                        """)
                .param("agency", agency.value())
                .query((row, _) -> coverage(row))
                .list();
    }

    Optional<CoverageArea> find(CoverageId id) {
        return sql.of("SELECT " + COLUMNS + """
                        FROM registry.coverage c
                        WHERE c.coverage_id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> coverage(row))
                .optional();
    }

    /// Whether the agency covers the same area at any time of the given span.
    boolean overlaps(CoverageArea entry, String key) {
        return sql.of("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM registry.coverage c
                            WHERE c.agency_id = :agency
                            AND c.area_key = :key
                            AND daterange(c.effective_from, c.effective_until)
                                && daterange(:effective_from, :effective_until)
                        ) AS found
                        """)
                .param("agency", entry.agency().value())
                .param("key", key)
                .param("effective_from", entry.effectiveFrom())
                .param("effective_until", entry.effectiveUntil())
                .query((row, _) -> row.getBoolean("found"))
                .single();
    }

    /// Inserts what is not there yet, by agency, area and first day.
    ///
    /// @return the inserted ones
    List<CoverageArea> insertMissing(List<CoverageArea> entries, Gazetteer gazetteer) {
        int[] _ = sql.batch(
                """
                INSERT INTO registry.coverage (
                    coverage_id, agency_id, scope, country, region, place, area_key, confirmed, verified_by,
                    verified_on, sample, effective_from, effective_until
                )
                VALUES (
                    :id, :agency, :scope, :country, :region, :place, :key, :confirmed, :verified_by,
                    :verified_on, :sample, :effective_from, :effective_until
                )
                ON CONFLICT (agency_id, area_key, effective_from) DO NOTHING
                """,
                entries.stream()
                        .map(entry -> parameters(entry, gazetteer.key(entry.area())))
                        .toList());
        // A batch does not say which rows it inserted: the driver sends them as one statement.
        Set<UUID> present = Set.copyOf(sql.of("""
                        SELECT t.coverage_id
                        FROM registry.coverage t
                        WHERE t.coverage_id = ANY (:ids::uuid[])
                        """)
                .param("ids", entries.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query((row, _) -> Rows.id(row, "coverage_id"))
                .list());
        return entries.stream()
                .filter(one -> present.contains(one.id().value()))
                .toList();
    }

    boolean verify(CoverageId id, long version, Verification verification) {
        return sql.of("""
                        UPDATE registry.coverage
                        SET confirmed = :confirmed,
                            verified_by = :verified_by,
                            verified_on = :verified_on,
                            version = version + 1
                        WHERE coverage_id = :id
                        AND version = :version
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("confirmed", verification.confirmed())
                        .param("verified_by", verification.by())
                        .param("verified_on", verification.on())
                        .update()
                == 1;
    }

    boolean end(CoverageId id, long version, LocalDate until) {
        return sql.of("""
                        UPDATE registry.coverage
                        SET effective_until = :until,
                            version = version + 1
                        WHERE coverage_id = :id
                        AND version = :version
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("until", until)
                        .update()
                == 1;
    }

    private static CoverageArea coverage(ResultSet row) throws SQLException {
        return new CoverageArea(
                new CoverageId(Rows.id(row, "coverage_id")),
                new AgencyId(Rows.id(row, "covering_agency_id")),
                new Area(
                        Area.Scope.valueOf(row.getString("scope")),
                        row.getString("country"),
                        row.getString("region"),
                        row.getString("place")),
                Rows.day(row, "effective_from"),
                Rows.dayOrNull(row, "effective_until"),
                Rows.verification(row, ""),
                row.getBoolean("sample"),
                row.getLong("version"));
    }

    private static Map<String, Object> parameters(CoverageArea entry, String key) {
        var row = new HashMap<String, Object>();
        row.put("id", entry.id().value());
        row.put("agency", entry.agency().value());
        row.put("scope", entry.area().scope().name());
        row.put("country", entry.area().country());
        row.put("region", entry.area().region());
        row.put("place", entry.area().place());
        row.put("key", key);
        row.put("confirmed", entry.verification().confirmed());
        row.put("verified_by", entry.verification().by());
        row.put("verified_on", entry.verification().on());
        row.put("sample", entry.sample());
        row.put("effective_from", entry.effectiveFrom());
        row.put("effective_until", entry.effectiveUntil());
        return row;
    }
}
