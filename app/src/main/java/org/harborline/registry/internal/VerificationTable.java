// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.registry.Application;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifying.Approval;
import org.harborline.registry.Verifying.Conformance;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All SQL of what is known of a company's way: checks, approvals, agreements, certificates, standing.
@Component
class VerificationTable {

    private final Sql sql;

    VerificationTable(Sql sql) {
        this.sql = sql;
    }

    /// A company's own row.
    record Company(Standing standing, @Nullable String country, Application.@Nullable Ground ground, long version) {}

    /// A check as stored.
    record Check(String by, Instant at, SealedText note) {}

    /// An agreement as stored.
    record Agreement(UUID id, LocalDate firstDay, @Nullable LocalDate lastDay, SealedText reference) {}

    Optional<Company> company(ProviderId provider) {
        return sql.of("""
                SELECT standing, country, ground, version
                  FROM registry.provider
                 WHERE provider_id = :id
                """)
                .param("id", provider.value())
                .query((row, _) -> new Company(
                        Standing.valueOf(row.getString("standing")),
                        row.getString("country"),
                        ground(row.getString("ground")),
                        row.getLong("version")))
                .optional();
    }

    private static Application.@Nullable Ground ground(@Nullable String stored) {
        return stored == null ? null : Application.Ground.valueOf(stored);
    }

    /// Moves a company on from the version that was shown, and keeps its row until the transaction ends.
    boolean turn(ProviderId provider, long version, Standing standing) {
        return sql.of("""
                        UPDATE registry.provider
                           SET standing = :standing, version = version + 1
                         WHERE provider_id = :id AND version = :version
                        """)
                        .param("id", provider.value())
                        .param("version", version)
                        .param("standing", standing.name())
                        .update()
                == 1;
    }

    Map<CheckItem, Check> checks(ProviderId provider) {
        var all = new EnumMap<CheckItem, Check>(CheckItem.class);
        sql.of("""
                SELECT item, done_by, done_at, sealed_note
                  FROM registry.company_check
                 WHERE provider_id = :id
                """).param("id", provider.value()).query(row -> {
            all.put(
                    CheckItem.valueOf(row.getString("item")),
                    new Check(
                            row.getString("done_by"),
                            instant(row, "done_at"),
                            new SealedText(row.getString("sealed_note"))));
        });
        return all;
    }

    void check(ProviderId provider, CheckItem item, Check check) {
        sql.of("""
                INSERT INTO registry.company_check (provider_id, item, done_by, done_at, sealed_note)
                VALUES (:id, :item, :by, :at, :note)
                ON CONFLICT (provider_id, item)
                DO UPDATE SET done_by = :by, done_at = :at, sealed_note = :note
                """)
                .param("id", provider.value())
                .param("item", item.name())
                .param("by", check.by())
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .param("note", check.note().base64())
                .update();
    }

    boolean reopen(ProviderId provider, CheckItem item) {
        return sql.of("""
                        DELETE FROM registry.company_check
                         WHERE provider_id = :id AND item = :item
                        """)
                        .param("id", provider.value())
                        .param("item", item.name())
                        .update()
                == 1;
    }

    List<Approval> approvals(ProviderId provider) {
        return sql.of("""
                SELECT approved_by, approved_at
                  FROM registry.approval
                 WHERE provider_id = :id
                 ORDER BY approved_at, approved_by
                """)
                .param("id", provider.value())
                .query((row, _) -> new Approval(row.getString("approved_by"), instant(row, "approved_at")))
                .list();
    }

    /// Nobody agrees twice.
    boolean approve(ProviderId provider, String by, Instant at) {
        return sql.of("""
                        INSERT INTO registry.approval (provider_id, approved_by, approved_at)
                        VALUES (:id, :by, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", provider.value())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void withdrawApprovals(ProviderId provider) {
        sql.of("""
                DELETE FROM registry.approval
                 WHERE provider_id = :id
                """).param("id", provider.value()).update();
    }

    List<Agreement> agreements(ProviderId provider) {
        return sql.of("""
                SELECT agreement_id, first_day, last_day, sealed_reference
                  FROM registry.agreement
                 WHERE provider_id = :id
                 ORDER BY first_day DESC, agreement_id DESC
                """)
                .param("id", provider.value())
                .query((row, _) -> new Agreement(
                        Rows.id(row, "agreement_id"),
                        Rows.day(row, "first_day"),
                        Rows.dayOrNull(row, "last_day"),
                        new SealedText(row.getString("sealed_reference"))))
                .list();
    }

    void agree(ProviderId provider, Agreement agreement) {
        sql.of("""
                INSERT INTO registry.agreement (agreement_id, provider_id, first_day, last_day, sealed_reference)
                VALUES (:id, :provider, :first, :last, :reference)
                """)
                .param("id", agreement.id())
                .param("provider", provider.value())
                .param("first", agreement.firstDay())
                .param("last", agreement.lastDay())
                .param("reference", agreement.reference().base64())
                .update();
    }

    boolean dropAgreement(ProviderId provider, UUID agreement) {
        return sql.of("""
                        DELETE FROM registry.agreement
                         WHERE provider_id = :provider AND agreement_id = :id
                        """)
                        .param("provider", provider.value())
                        .param("id", agreement)
                        .update()
                == 1;
    }

    Optional<Conformance> conformance(ProviderId provider) {
        return sql.of("""
                SELECT run_id, passed_at, accepted_at
                  FROM registry.conformance
                 WHERE provider_id = :id
                """)
                .param("id", provider.value())
                .query((row, _) ->
                        new Conformance(Rows.id(row, "run_id"), instant(row, "passed_at"), instant(row, "accepted_at")))
                .optional();
    }

    /// Keeps the newest certificate only.
    void accept(ProviderId provider, Conformance conformance, String certificate) {
        sql.of("""
                INSERT INTO registry.conformance (provider_id, run_id, passed_at, accepted_at, certificate)
                VALUES (:id, :run, :passed, :accepted, :certificate)
                ON CONFLICT (provider_id)
                DO UPDATE SET run_id = :run, passed_at = :passed, accepted_at = :accepted, certificate = :certificate
                        WHERE registry.conformance.passed_at <= :passed
                """)
                .param("id", provider.value())
                .param("run", conformance.run())
                .param("passed", conformance.passedAt().atOffset(ZoneOffset.UTC))
                .param("accepted", conformance.acceptedAt().atOffset(ZoneOffset.UTC))
                .param("certificate", certificate)
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Rows.instantOrNull(row, column));
    }
}
