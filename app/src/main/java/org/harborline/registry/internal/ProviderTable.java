// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.platform.Sql;
import org.harborline.registry.Application;
import org.harborline.registry.ContactKind;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.springframework.stereotype.Component;

/// All SQL of `registry.provider` and `registry.offering`.
@Component
class ProviderTable {

    private static final String COLUMNS = """
            p.provider_id,
            p.code,
            p.name,
            p.sample,
            p.standing,
            p.lenient,
            p.version,
            ARRAY(
                SELECT DISTINCT c.kind
                FROM registry.contact_point c
                WHERE c.organisation_kind = 'provider'
                AND c.organisation_id = p.provider_id
            ) AS contacts_held
            """;

    private final Sql sql;

    ProviderTable(Sql sql) {
        this.sql = sql;
    }

    List<Provider> find(Collection<ProviderId> ids) {
        return withOfferings(sql.of("SELECT " + COLUMNS + """
                        FROM registry.provider p
                        WHERE p.provider_id = ANY (:ids::uuid[])
                        """)
                .param("ids", ids.stream().map(ProviderId::toString).toArray(String[]::new))
                .query((row, _) -> new Found(
                        new ProviderId(Rows.id(row, "provider_id")),
                        row.getString("code"),
                        row.getString("name"),
                        Rows.contactKinds(row),
                        row.getBoolean("sample"),
                        Standing.valueOf(row.getString("standing")),
                        row.getBoolean("lenient"),
                        row.getLong("version")))
                .list());
    }

    List<ProviderId> ids() {
        return sql.of("""
                        SELECT p.provider_id
                        FROM registry.provider p
                        ORDER BY p.code
                        """)
                .query((row, _) -> new ProviderId(Rows.id(row, "provider_id")))
                .list();
    }

    private List<Provider> withOfferings(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var offerings = new HashMap<UUID, List<Provider.Offering>>();
        sql.of("""
                        SELECT o.provider_id, o.name, o.domain
                        FROM registry.offering o
                        WHERE o.provider_id = ANY (:ids::uuid[])
                        ORDER BY o.provider_id, o.name
                        """)
                .param(
                        "ids",
                        found.stream().map(provider -> provider.id().toString()).toArray(String[]::new))
                .query(row -> {
                    offerings
                            .computeIfAbsent(Rows.id(row, "provider_id"), _ -> new ArrayList<>())
                            .add(new Provider.Offering(row.getString("name"), row.getString("domain")));
                });
        return found.stream()
                .map(provider ->
                        provider.with(offerings.getOrDefault(provider.id().value(), List.of())))
                .toList();
    }

    /// Inserts what is not there yet, by code, without services.
    ///
    /// @return the inserted ones
    List<Provider> insertMissing(List<Provider> providers) {
        int[] _ = sql.batch(
                """
                INSERT INTO registry.provider (provider_id, code, name, sample, standing)
                VALUES (:id, :code, :name, :sample, :standing)
                ON CONFLICT (code) DO NOTHING
                """,
                providers.stream()
                        .map(provider -> Map.<String, Object>of(
                                "id", provider.id().value(),
                                "code", provider.code(),
                                "name", provider.name(),
                                "sample", provider.sample(),
                                "standing", provider.standing().name()))
                        .toList());
        // A batch does not say which rows it inserted: the driver sends them as one statement.
        Set<UUID> present = Set.copyOf(sql.of("""
                        SELECT t.provider_id
                        FROM registry.provider t
                        WHERE t.provider_id = ANY (:ids::uuid[])
                        """)
                .param("ids", providers.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query((row, _) -> Rows.id(row, "provider_id"))
                .list());
        return providers.stream()
                .filter(one -> present.contains(one.id().value()))
                .toList();
    }

    boolean change(ProviderId id, long version, String name) {
        return sql.of("""
                        UPDATE registry.provider
                        SET name = :name,
                            version = version + 1
                        WHERE provider_id = :id
                        AND version = :version
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean read(ProviderId id, long version, boolean lenient) {
        return sql.of("""
                        UPDATE registry.provider
                        SET lenient = :lenient,
                            version = version + 1
                        WHERE provider_id = :id
                        AND version = :version
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("lenient", lenient)
                        .update()
                == 1;
    }

    /// What a company that joined by itself said of itself.
    void joined(ProviderId id, String country, Application.Ground ground, String language) {
        sql.of("""
                        UPDATE registry.provider
                        SET country = :country,
                            ground = :ground,
                            language = :language
                        WHERE provider_id = :id
                        """)
                .param("id", id.value())
                .param("country", country)
                .param("ground", ground.name())
                .param("language", language)
                .update();
    }

    /// Notes that the kill switch was pressed, for whoever has to hear of it.
    void stopped(ProviderId id, Instant at) {
        sql.of("""
                        UPDATE registry.provider
                        SET stopped_at = :at
                        WHERE provider_id = :id
                        """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void removeOfferings(ProviderId id) {
        sql.of("""
                        DELETE FROM registry.offering
                        WHERE provider_id = :id
                        """).param("id", id.value()).update();
    }

    void insertOfferings(Map<ProviderId, List<Provider.Offering>> offerings) {
        var rows = offerings.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(offering -> Map.<String, Object>of(
                                "provider", entry.getKey().value(),
                                "name", offering.name(),
                                "domain", offering.domain())))
                .collect(Collectors.toList());
        int[] _ = sql.batch("""
                INSERT INTO registry.offering (provider_id, name, domain)
                VALUES (:provider, :name, :domain)
                """, rows);
    }

    private record Found(
            ProviderId id,
            String code,
            String name,
            Set<ContactKind> contacts,
            boolean sample,
            Standing standing,
            boolean lenient,
            long version) {

        Provider with(List<Provider.Offering> offerings) {
            return new Provider(id, code, name, offerings, contacts, sample, standing, lenient, version);
        }
    }
}
