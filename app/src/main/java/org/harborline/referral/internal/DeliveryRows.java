// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.Held;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralId;
import org.harborline.referral.ReturnReason;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// Reads the columns of a delivery.
final class DeliveryRows {

    private DeliveryRows() {}

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        UUID follows = row.getObject("follows", UUID.class);
        return new Delivery(
                new DeliveryId(Columns.id(row, "delivery_id")),
                new ReferralId(Columns.id(row, "referral_id")),
                new ReportNumber(row.getLong("report")),
                row.getInt("ordinal"),
                new AgencyId(Columns.id(row, "agency_id")),
                PackageKind.valueOf(row.getString("kind")),
                DeliveryState.valueOf(row.getString("state")),
                follows == null ? null : new DeliveryId(follows),
                Columns.report(row, "concerns"),
                row.getString("chosen_by"),
                Objects.requireNonNull(Columns.instant(row, "chosen_at")),
                Columns.instant(row, "delivered_at"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "read_at"),
                Columns.instant(row, "answered_at"),
                Columns.word(row, "return_reason", ReturnReason.class),
                held(row),
                feedback(row),
                row.getLong("version"));
    }

    private static @Nullable Held held(ResultSet row) throws SQLException {
        Held.Why why = Columns.word(row, "held_for", Held.Why.class);
        return why == null
                ? null
                : new Held(why, row.getString("held_by"), Objects.requireNonNull(Columns.instant(row, "held_until")));
    }

    private static @Nullable Feedback feedback(ResultSet row) throws SQLException {
        return row.getString("status") == null ? null : answer(row, 0);
    }

    static Feedback answer(ResultSet row, int number) throws SQLException {
        return new Feedback(
                Feedback.Status.valueOf(row.getString("status")),
                row.getObject("child_identified", Boolean.class),
                row.getObject("additional_victims", Integer.class),
                Columns.word(row, "closed_reason", Feedback.ClosedReason.class),
                row.getObject("self_production", Boolean.class),
                row.getObject("useful", Boolean.class),
                Columns.word(row, "not_useful", Feedback.NotUseful.class));
    }
}
