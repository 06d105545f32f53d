// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.platform.Sql;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.Capability;
import org.harborline.registry.ChangeAgency;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Verification;
import org.springframework.stereotype.Component;

/// All SQL of `registry.agency`.
@Component
class AgencyTable {

    static final String COLUMNS = """
            a.agency_id,
            a.code,
            a.name,
            a.kind,
            a.country AS agency_country,
            a.region AS agency_region,
            a.channel,
            a.languages,
            a.capabilities,
            a.confirmed AS agency_confirmed,
            a.verified_by AS agency_verified_by,
            a.verified_on AS agency_verified_on,
            a.sample AS agency_sample,
            a.effective_from AS agency_from,
            a.effective_until AS agency_until,
            a.version AS agency_version,
            ARRAY(
                SELECT DISTINCT p.kind
                FROM registry.contact_point p
                WHERE p.organisation_kind = 'agency'
                AND p.organisation_id = a.agency_id
            ) AS contacts_held
            """;

    private final Sql sql;

    AgencyTable(Sql sql) {
        this.sql = sql;
    }

    Map<AgencyId, Agency> find(Collection<AgencyId> ids) {
        return sql
                .of("SELECT " + COLUMNS + """
                        FROM registry.agency a
                        WHERE a.agency_id = ANY (:ids::uuid[])
                        """)
                .param("ids", ids.stream().map(AgencyId::toString).toArray(String[]::new))
                .query((row, _) -> agency(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Agency::id, agency -> agency));
    }

    Optional<Agency> find(String code) {
        return sql.of("SELECT " + COLUMNS + """
                        FROM registry.agency a
                        WHERE a.code = :code
                        """)
                .param("code", code)
                .query((row, _) -> agency(row))
                .optional();
    }

    List<Agency> list(AgencyFilter filter, String after, int limit) {
        return sql.of("SELECT " + COLUMNS + """
                        FROM registry.agency a
                        WHERE a.code > :after
                        AND (:country::text IS NULL OR a.country = :country)
                        AND (:kind::text IS NULL OR a.kind = :kind)
                        AND (:text::text IS NULL OR strpos(lower(a.name), lower(:text)) > 0)
                        ORDER BY a.code
                        LIMIT :limit
                        """)
                .param("after", after)
                .param("country", filter.country())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("text", filter.text())
                .param("limit", limit)
                .query((row, _) -> agency(row))
                .list();
    }

    /// Inserts what is not there yet, by code.
    ///
    /// @return the inserted ones
    List<Agency> insertMissing(List<Agency> agencies) {
        int[] _ = sql.batch("""
                INSERT INTO registry.agency (
                    agency_id, code, name, kind, country, region, channel, languages, capabilities,
                    confirmed, verified_by, verified_on, sample, effective_from, effective_until
                )
                VALUES (
                    :id, :code, :name, :kind, :country, :region, :channel, string_to_array(:languages, ' '),
                    string_to_array(:capabilities, ' '), :confirmed, :verified_by, :verified_on, :sample,
                    :effective_from, :effective_until
                )
                ON CONFLICT (code) DO NOTHING
                """, agencies.stream().map(AgencyTable::parameters).toList());
        // A batch does not say which rows it inserted: the driver sends them as one statement.
        Set<UUID> present = Set.copyOf(sql.of("""
                        SELECT t.agency_id
                        FROM registry.agency t
                        WHERE t.agency_id = ANY (:ids::uuid[])
                        """)
                .param("ids", agencies.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query((row, _) -> Rows.id(row, "agency_id"))
                .list());
        return agencies.stream()
                .filter(one -> present.contains(one.id().value()))
                .toList();
    }

    boolean change(ChangeAgency change, Verification verification) {
        return sql.of("""
                        UPDATE registry.agency
                        SET name = :name,
                            channel = :channel,
                            languages = string_to_array(:languages, ' '),
                            capabilities = string_to_array(:capabilities, ' '),
                            confirmed = :confirmed,
                            verified_by = :verified_by,
                            verified_on = :verified_on,
                            effective_until = :effective_until,
                            version = version + 1
                        WHERE agency_id = :id
                        AND version = :version
                        """)
                        .param("id", change.id().value())
                        .param("version", change.version())
                        .param("name", change.name())
                        .param("channel", change.channel().name())
                        .param("languages", String.join(" ", change.languages()))
                        .param("capabilities", names(change.capabilities()))
                        .param("confirmed", verification.confirmed())
                        .param("verified_by", verification.by())
                        .param("verified_on", verification.on())
                        .param("effective_until", change.effectiveUntil())
                        .update()
                == 1;
    }

    boolean verify(AgencyId id, long version, Verification verification) {
        return sql.of("""
                        UPDATE registry.agency
                        SET confirmed = :confirmed,
                            verified_by = :verified_by,
                            verified_on = :verified_on,
                            version = version + 1
                        WHERE agency_id = :id
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

    /// Holds off others who change what the agency covers until this transaction ends.
    boolean lock(AgencyId id) {
        return sql.of("""
                        SELECT a.agency_id
                        FROM registry.agency a
                        WHERE a.agency_id = :id
                        FOR UPDATE
                        """)
                .param("id", id.value())
                .query((row, _) -> Rows.id(row, "agency_id"))
                .optional()
                .isPresent();
    }

    /// Sample agencies, or all others, by code.
    Map<String, AgencyId> ids(boolean sample) {
        return sql
                .of("""
                        SELECT a.agency_id, a.code
                        FROM registry.agency a
                        WHERE a.sample = :sample
                        """)
                .param("sample", sample)
                .query((row, _) -> Map.entry(row.getString("code"), new AgencyId(Rows.id(row, "agency_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean anySample() {
        return sql.of("""
                        SELECT EXISTS (SELECT 1 FROM registry.agency WHERE sample)
                            OR EXISTS (SELECT 1 FROM registry.provider WHERE sample)
                            OR EXISTS (SELECT 1 FROM registry.coverage WHERE sample) AS found
                        """).query((row, _) -> row.getBoolean("found")).single();
    }

    static Agency agency(ResultSet row) throws SQLException {
        return new Agency(
                new AgencyId(Rows.id(row, "agency_id")),
                row.getString("code"),
                row.getString("name"),
                AgencyKind.valueOf(row.getString("kind")),
                row.getString("agency_country"),
                row.getString("agency_region"),
                DeliveryChannel.valueOf(row.getString("channel")),
                Rows.texts(row, "languages"),
                Rows.texts(row, "capabilities").stream()
                        .map(Capability::valueOf)
                        .collect(Collectors.toSet()),
                Rows.contactKinds(row),
                Rows.verification(row, "agency_"),
                row.getBoolean("agency_sample"),
                Rows.day(row, "agency_from"),
                Rows.dayOrNull(row, "agency_until"),
                row.getLong("agency_version"));
    }

    private static Map<String, Object> parameters(Agency agency) {
        var row = new HashMap<String, Object>();
        row.put("id", agency.id().value());
        row.put("code", agency.code());
        row.put("name", agency.name());
        row.put("kind", agency.kind().name());
        row.put("country", agency.country());
        row.put("region", agency.region());
        row.put("channel", agency.channel().name());
        row.put("languages", String.join(" ", agency.languages()));
        row.put("capabilities", names(agency.capabilities()));
        row.put("confirmed", agency.verification().confirmed());
        row.put("verified_by", agency.verification().by());
        row.put("verified_on", agency.verification().on());
        row.put("sample", agency.sample());
        row.put("effective_from", agency.effectiveFrom());
        row.put("effective_until", agency.effectiveUntil());
        return row;
    }

    private static String names(Collection<Capability> capabilities) {
        return capabilities.stream().map(Capability::name).sorted().collect(Collectors.joining(" "));
    }
}
