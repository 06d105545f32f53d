// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.vault.BlindKey;
import org.harborline.vault.SealedText;
import org.springframework.stereotype.Component;

/// What a sender names its filings by: the key of a call, for as long as it may be repeated, and its
/// own reference of
/// the
/// report, for ever.
@Component
class FilingKeyTable {

    static final String PURGE = """
            DELETE FROM intake.filing_key
             WHERE (provider_id, key_hash) IN (SELECT provider_id, key_hash
                                                 FROM intake.filing_key
                                                WHERE filed_at < :before
                                                ORDER BY filed_at
                                                LIMIT :limit)
            """;

    static final String BY_REFERENCE = """
            SELECT report_number
              FROM intake.sender_reference
             WHERE provider_id = :provider
               AND reference_key = ANY (:keys)
            """;

    static final String BY_REFERENCES = """
            SELECT reference_key, report_number
              FROM intake.sender_reference
             WHERE provider_id = :provider
               AND reference_key = ANY (:keys)
            """;

    private final Sql sql;

    FilingKeyTable(Sql sql) {
        this.sql = sql;
    }

    /// Names the report that is being filed by a key. Whoever comes second waits until the first is
    /// through.
    ///
    /// @return the report that the key named before; empty when it names this one now
    Optional<ReportNumber> claim(UUID provider, String keyHash, ReportNumber number, Instant now) {
        boolean first = sql.of("""
                        INSERT INTO intake.filing_key (provider_id, key_hash, report_number, filed_at)
                        VALUES (:provider, :key, :number, :now)
                        ON CONFLICT (provider_id, key_hash) DO NOTHING
                        """)
                        .param("provider", provider)
                        .param("key", keyHash)
                        .param("number", number.value())
                        .param("now", Instants.column(now))
                        .update()
                == 1;
        return first
                ? Optional.empty()
                : Optional.of(sql.of("""
                        SELECT report_number
                          FROM intake.filing_key
                         WHERE provider_id = :provider AND key_hash = :key
                        """)
                        .param("provider", provider)
                        .param("key", keyHash)
                        .query((row, _) -> new ReportNumber(row.getLong("report_number")))
                        .single());
    }

    /// Forgets keys, at most so many.
    int purge(Instant before, int limit) {
        return sql.of(PURGE)
                .param("before", Instants.column(before))
                .param("limit", limit)
                .update();
    }

    /// Names a report by its sender's own reference.
    ///
    /// @return false when the reference names another one
    boolean name(UUID provider, BlindKey reference, ReportNumber number, SealedText sealed) {
        return sql.of("""
                        INSERT INTO intake.sender_reference (report_number, provider_id, reference_key, key_version, reference)
                        VALUES (:number, :provider, :key, :version, :sealed)
                        ON CONFLICT (provider_id, reference_key) DO NOTHING
                        """)
                        .param("number", number.value())
                        .param("provider", provider)
                        .param("key", reference.value())
                        .param("version", reference.version())
                        .param("sealed", sealed.base64())
                        .update()
                == 1;
    }

    Optional<ReportNumber> byReference(UUID provider, Collection<UUID> keys) {
        return sql.of(BY_REFERENCE)
                .param("provider", provider)
                .param("keys", keys.toArray(UUID[]::new))
                .query((row, _) -> new ReportNumber(row.getLong("report_number")))
                .optional();
    }

    /// As [#byReference], for many.
    Map<UUID, ReportNumber> byReferences(UUID provider, Collection<UUID> keys) {
        Map<UUID, ReportNumber> found = new HashMap<>();
        sql.of(BY_REFERENCES)
                .param("provider", provider)
                .param("keys", keys.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("reference_key", UUID.class), new ReportNumber(row.getLong("report_number")));
                });
        return found;
    }

    /// A report that is about to be named.
    record Naming(ReportNumber number, BlindKey reference, SealedText sealed) {}

    /// Names reports by their sender's own references, in the order given. Whoever comes second for a reference waits
    /// until the first is through.
    ///
    /// @return those whose references named no other
    Set<ReportNumber> name(UUID provider, List<Naming> namings) {
        return new HashSet<>(sql.of("""
                        INSERT INTO intake.sender_reference (report_number, provider_id, reference_key, key_version, reference)
                        SELECT naming.report_number, :provider, naming.reference_key, naming.key_version, naming.reference
                          FROM unnest(:numbers::bigint[], :keys::uuid[], :versions::integer[], :sealed::text[])
                               WITH ORDINALITY
                               AS naming (report_number, reference_key, key_version, reference, place)
                         ORDER BY naming.place
                        ON CONFLICT (provider_id, reference_key) DO NOTHING
                        RETURNING report_number
                        """)
                .param("provider", provider)
                .param("numbers", each(namings, one -> one.number().value()).toArray(Long[]::new))
                .param("keys", each(namings, one -> one.reference().value()).toArray(UUID[]::new))
                .param(
                        "versions",
                        each(namings, one -> one.reference().version()).toArray(Integer[]::new))
                .param("sealed", each(namings, one -> one.sealed().base64()).toArray(String[]::new))
                .query((row, _) -> new ReportNumber(row.getLong("report_number")))
                .list());
    }

    private static <T> Stream<T> each(List<Naming> namings, Function<Naming, T> part) {
        return namings.stream().map(part);
    }

    /// The sealed references of reports.
    Map<ReportNumber, SealedText> references(Collection<ReportNumber> numbers) {
        Map<ReportNumber, SealedText> found = new HashMap<>();
        sql.of("""
                SELECT report_number, reference
                  FROM intake.sender_reference
                 WHERE report_number = ANY (:numbers::bigint[])
                """)
                .param("numbers", numbers.stream().map(ReportNumber::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new ReportNumber(row.getLong("report_number")), new SealedText(row.getString("reference")));
                });
        return found;
    }

    /// A reference whose key is old.
    record Old(ReportNumber number, UUID provider, SealedText reference) {}

    long countOld(int version) {
        return sql.of("SELECT count(*) FROM intake.sender_reference WHERE key_version <> :version")
                .param("version", version)
                .query(Long.class)
                .single();
    }

    List<Old> old(int version, long after, int limit) {
        return sql.of("""
                SELECT report_number, provider_id, reference
                  FROM intake.sender_reference
                 WHERE key_version <> :version
                   AND report_number > :after
                 ORDER BY report_number
                 LIMIT :limit
                """)
                .param("version", version)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Old(
                        new ReportNumber(row.getLong("report_number")),
                        row.getObject("provider_id", UUID.class),
                        new SealedText(row.getString("reference"))))
                .list();
    }

    /// Puts newer keys in the place of old ones.
    void renew(Map<ReportNumber, BlindKey> references) {
        int[] _ = sql.batch(
                """
                UPDATE intake.sender_reference
                   SET reference_key = :key, key_version = :version
                 WHERE report_number = :number
                """,
                references.entrySet().stream()
                        .map(one -> Map.<String, Object>of(
                                "number", one.getKey().value(),
                                "key", one.getValue().value(),
                                "version", one.getValue().version()))
                        .toList());
    }
}
