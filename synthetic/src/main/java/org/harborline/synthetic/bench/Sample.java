// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the server stored of one report, to be stored again under another number.
record Sample(Row row, Score score, Texts texts, Fact fact) {

    static List<Sample> read(Connection connection, String select) throws SQLException {
        var samples = new ArrayList<Sample>();
        try (var statement = connection.prepareStatement(select);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                samples.add(new Sample(Row.of(rows), Score.of(rows), Texts.of(rows), Fact.of(rows)));
            }
        }
        if (samples.isEmpty()) {
            throw new SQLException("the server has stored no report that could be a sample");
        }
        return List.copyOf(samples);
    }

    record Row(
            UUID provider,
            String providerName,
            String type,
            boolean escalated,
            boolean batched,
            OffsetDateTime incidentAt,
            int dropped) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("provider_id", UUID.class),
                    row.getString("provider_name"),
                    row.getString("incident_type"),
                    row.getBoolean("escalated"),
                    row.getBoolean("batched"),
                    row.getObject("incident_at", OffsetDateTime.class),
                    row.getInt("dropped_count"));
        }
    }

    /// How complete it was, and for which service.
    record Score(
            @Nullable UUID service,
            @Nullable String rubric,
            @Nullable Integer completeness,
            @Nullable Long missing) {

        static Score of(ResultSet row) throws SQLException {
            return new Score(
                    row.getObject("service_id", UUID.class),
                    row.getString("rubric"),
                    row.getObject("completeness", Integer.class),
                    row.getObject("missing", Long.class));
        }
    }

    record Texts(String received, String sheet, int keyVersion, String reportKey, String reporterKey) {

        static Texts of(ResultSet row) throws SQLException {
            return new Texts(
                    row.getString("received_text"),
                    row.getString("reporter_sheet"),
                    row.getInt("kek_version"),
                    row.getString("report_key"),
                    row.getString("reporter_key"));
        }

        /// Ciphertext is as long as what it hides, and not for a log.
        @Override
        public String toString() {
            return "Texts";
        }
    }

    record Fact(
            String actor,
            @Nullable String purpose,
            @Nullable String requestId,
            String body,
            String salt,
            String leaf,
            String chain,
            String mark) {

        static Fact of(ResultSet row) throws SQLException {
            return new Fact(
                    row.getString("actor"),
                    row.getString("purpose"),
                    row.getString("request_id"),
                    row.getString("body"),
                    row.getString("salt"),
                    row.getString("leaf"),
                    row.getString("chain"),
                    row.getString("mark"));
        }
    }
}
