// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.ReferralId;
import org.harborline.registry.Confidence;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who was to receive what and why: `referral.recipient` with its counter. Rows are never changed.
@Component
class RecipientTable {

    private final Sql sql;

    RecipientTable(Sql sql) {
        this.sql = sql;
    }

    /// Reserves the next numbers of a report's packages.
    ///
    /// @return the first of them
    int reserve(ReportNumber report, int count) {
        int last = sql.of("""
                INSERT INTO referral.package_counter (report, last)
                VALUES (:report, :count)
                ON CONFLICT (report) DO UPDATE
                   SET last = package_counter.last + :count
                RETURNING last
                """)
                .param("report", report.value())
                .param("count", count)
                .query(Integer.class)
                .single();
        return last - count + 1;
    }

    /// Lets one decision or answer about a report happen at a time: until the current transaction ends, others wait
    /// here
    /// and then see it. Every report with a delivery has a counter.
    void await(ReportNumber report) {
        int _ = sql.of("SELECT last FROM referral.package_counter WHERE report = :report FOR UPDATE")
                .param("report", report.value())
                .query(Integer.class)
                .single();
    }

    /// Whether the same supplement or correction was chosen before, so that no number is reserved for nothing. An
    /// urgent
    /// supplement is not made needless by an ordinary one.
    boolean chosen(Chosen same) {
        DeliveryId follows = same.follows();
        return sql.of("""
                SELECT EXISTS (
                       SELECT 1
                         FROM referral.recipient
                        WHERE agency_id = :agency
                          AND report = :report
                          AND CASE WHEN CAST(:cause AS bigint) IS NOT NULL
                                   THEN follows = :follows AND cause = :cause
                                   ELSE cause IS NULL AND NOT dropped AND kind <> 'REFERRAL' AND (kind = :kind OR :kind = 'SUPPLEMENT') END)
                """)
                .param("agency", same.agency().value())
                .param("report", same.report().value())
                .param("kind", same.kind().name())
                .param("follows", follows == null ? null : follows.value())
                .param("cause", same.cause())
                .query(Boolean.class)
                .single();
    }

    /// What was dropped on its way by a return was never sent: when something else leads there, it may be chosen again.
    void dropped(DeliveryId delivery) {
        int _ = sql.of("UPDATE referral.recipient SET dropped = true WHERE delivery_id = :delivery")
                .param("delivery", delivery.value())
                .update();
    }

    /// Writes a choice, unless the same supplement or correction was chosen before.
    ///
    /// @return whether it is new
    boolean insert(Chosen chosen, int ordinal) {
        DeliveryId follows = chosen.follows();
        ReportNumber concerns = chosen.concerns();
        return sql.of("""
                INSERT INTO referral.recipient
                       (delivery_id, referral_id, report, ordinal, agency_id, kind, follows, concerns, cause, confidence, why, chosen_by, chosen_at, position)
                VALUES (:delivery, :referral, :report, :ordinal, :agency, :kind, :follows, :concerns, :cause, :confidence, :why, :by, :at, :position)
                ON CONFLICT DO NOTHING
                """)
                        .param("delivery", chosen.delivery().value())
                        .param("referral", chosen.referral().value())
                        .param("report", chosen.report().value())
                        .param("ordinal", ordinal)
                        .param("agency", chosen.agency().value())
                        .param("kind", chosen.kind().name())
                        .param("follows", follows == null ? null : follows.value())
                        .param("concerns", concerns == null ? null : concerns.value())
                        .param("cause", chosen.cause())
                        .param("confidence", chosen.confidence().name())
                        .param("why", chosen.why().base64())
                        .param("by", chosen.by())
                        .param("at", Columns.time(chosen.at()))
                        .param("position", chosen.position())
                        .update()
                == 1;
    }

    /// The sealed reasons, the confidence and the journal position of a choice.
    Choice choice(DeliveryId id) {
        return sql.of("""
                SELECT confidence, why, position
                  FROM referral.recipient
                 WHERE delivery_id = :id
                """)
                .param("id", id.value())
                .query((row, _) -> new Choice(
                        Confidence.valueOf(row.getString("confidence")),
                        new SealedText(row.getString("why")),
                        row.getLong("position")))
                .single();
    }

    /// What people call a package.
    String reference(DeliveryId id) {
        return sql.of("SELECT report, ordinal FROM referral.recipient WHERE delivery_id = :id")
                .param("id", id.value())
                .query((row, _) -> Delivery.reference(new ReportNumber(row.getLong("report")), row.getInt("ordinal")))
                .single();
    }

    /// Who opened a referral, as an opaque id.
    String owner(ReferralId referral) {
        return sql.of("""
                SELECT chosen_by
                  FROM referral.recipient
                 WHERE referral_id = :referral
                   AND kind = 'REFERRAL'
                 LIMIT 1
                """)
                .param("referral", referral.value())
                .query(String.class)
                .single();
    }

    long count() {
        return sql.of("SELECT count(*) FROM referral.recipient")
                .query(Long.class)
                .single();
    }

    SortedSet<String> ids(@Nullable UUID after, int limit) {
        return new TreeSet<>(sql.of("""
                SELECT delivery_id
                  FROM referral.recipient
                 WHERE CAST(:after AS uuid) IS NULL OR delivery_id > :after
                 ORDER BY delivery_id
                 LIMIT :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.id(row, "delivery_id").toString())
                .list());
    }

    record Choice(Confidence confidence, SealedText why, long position) {}
}
