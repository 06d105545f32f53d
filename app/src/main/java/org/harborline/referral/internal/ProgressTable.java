// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Feedback;
import org.harborline.referral.Held;
import org.harborline.referral.ReturnReason;
import org.harborline.vault.SealedText;
import org.springframework.stereotype.Component;

/// Moves deliveries on. Each move names the state it leaves, so of two that happen at once one finds nothing to change.
@Component
class ProgressTable {

    private final Sql sql;

    ProgressTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a made package and moves the delivery on.
    ///
    /// @return whether the package was waiting to be made
    boolean made(DeliveryId id, SealedText file, Instant at, long position) {
        boolean moved = sql.of("""
                UPDATE referral.delivery
                   SET state = 'IN_DELIVERY', version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'REQUESTED'
                """).param("id", id.value()).update() == 1;
        if (moved) {
            int rows = sql.of("""
                    INSERT INTO referral.package (delivery_id, sealed_file, made_at, position)
                    VALUES (:id, :file, :at, :position)
                    """)
                    .param("id", id.value())
                    .param("file", file.base64())
                    .param("at", Columns.time(at))
                    .param("position", position)
                    .update();
            if (rows != 1) {
                throw new IllegalStateException("a package is one row");
            }
        }
        return moved;
    }

    boolean released(DeliveryId id) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'REQUESTED', held_for = NULL, held_by = NULL, held_until = NULL, version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'HELD'
                """).param("id", id.value()).update() == 1;
    }

    /// Gives a held delivery up.
    boolean discarded(DeliveryId id, long version) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'DISCARDED', held_for = NULL, held_by = NULL, held_until = NULL, version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'HELD'
                   AND version = :version
                """).param("id", id.value()).param("version", version).update() == 1;
    }

    /// Ends a delivery that has not reached its agency.
    boolean dropped(DeliveryId id) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'DISCARDED', held_for = NULL, held_by = NULL, held_until = NULL, version = version + 1
                 WHERE delivery_id = :id
                   AND state IN ('HELD', 'REQUESTED', 'IN_DELIVERY')
                """).param("id", id.value()).update() == 1;
    }

    /// Something else stands in the way now.
    boolean heldFor(DeliveryId id, Held.Why why) {
        return sql.of("""
                UPDATE referral.delivery
                   SET held_for = :why, version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'HELD'
                   AND held_for <> :why
                """).param("id", id.value()).param("why", why.name()).update() == 1;
    }

    boolean delivered(DeliveryId id, Instant at, Instant dueAt) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'AWAITING', delivered_at = :at, due_at = :due, version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'IN_DELIVERY'
                """)
                        .param("id", id.value())
                        .param("at", Columns.time(at))
                        .param("due", Columns.time(dueAt))
                        .update()
                == 1;
    }

    boolean overdue(DeliveryId id, Instant now) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'OVERDUE', version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'AWAITING'
                   AND due_at <= :now
                """)
                        .param("id", id.value())
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    boolean accepted(DeliveryId id, Instant at) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'ACCEPTED', answered_at = :at, version = version + 1
                 WHERE delivery_id = :id
                   AND state IN ('AWAITING', 'OVERDUE')
                """).param("id", id.value()).param("at", Columns.time(at)).update() == 1;
    }

    boolean returned(DeliveryId id, ReturnReason reason, Instant at) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'RETURNED', return_reason = :reason, answered_at = :at, version = version + 1
                 WHERE delivery_id = :id
                   AND state IN ('AWAITING', 'OVERDUE', 'ACCEPTED')
                """)
                        .param("id", id.value())
                        .param("reason", reason.name())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    boolean rerouted(DeliveryId id, long version) {
        return sql.of("""
                UPDATE referral.delivery
                   SET state = 'REROUTED', version = version + 1
                 WHERE delivery_id = :id
                   AND state = 'RETURNED'
                   AND version = :version
                """).param("id", id.value()).param("version", version).update() == 1;
    }

    /// Remembers the first time the agency opened it.
    void read(DeliveryId id, Instant at) {
        sql.of("""
                UPDATE referral.delivery
                   SET read_at = :at
                 WHERE delivery_id = :id
                   AND read_at IS NULL
                """).param("id", id.value()).param("at", Columns.time(at)).update();
    }

    Optional<SealedText> file(DeliveryId id) {
        return sql.of("SELECT sealed_file FROM referral.package WHERE delivery_id = :id")
                .param("id", id.value())
                .query((row, _) -> new SealedText(row.getString("sealed_file")))
                .optional();
    }

    /// Of each agency that answered about a report the newest answer to any of its packages, oldest first.
    List<Feedback> answers(ReportNumber report) {
        return sql.of("""
                SELECT status, child_identified, additional_victims, closed_reason, self_production, useful, not_useful
                  FROM (SELECT DISTINCT ON (d.agency_id) f.*
                          FROM referral.delivery d
                          JOIN referral.feedback f ON f.delivery_id = d.delivery_id
                         WHERE d.report = :report
                         ORDER BY d.agency_id, f.feedback_id DESC) AS newest
                 ORDER BY feedback_id
                """)
                .param("report", report.value())
                .query(DeliveryRows::answer)
                .list();
    }

    void insert(DeliveryId id, Feedback feedback, Actor by, Instant at) {
        Feedback.ClosedReason closed = feedback.closedReason();
        Feedback.NotUseful notUseful = feedback.notUseful();
        sql.of("""
                INSERT INTO referral.feedback
                       (feedback_id, delivery_id, status, child_identified, additional_victims, closed_reason, self_production, useful, not_useful, given_by, given_at)
                VALUES (:feedback, :id, :status, :child, :victims, :closed, :self, :useful, :notUseful, :by, :at)
                """)
                .param("feedback", Ids.next())
                .param("id", id.value())
                .param("status", feedback.status().name())
                .param("child", feedback.childIdentified())
                .param("victims", feedback.additionalVictims())
                .param("closed", closed == null ? null : closed.name())
                .param("self", feedback.selfProduction())
                .param("useful", feedback.useful())
                .param("notUseful", notUseful == null ? null : notUseful.name())
                .param("by", by.id())
                .param("at", Columns.time(at))
                .update();
    }
}
