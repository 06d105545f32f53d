// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.completeness.Completeness;
import org.harborline.platform.Code;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// How complete a report is and of which service, as its row has it.
final class ScoreColumns {

    private ScoreColumns() {}

    static StatementSpec write(
            StatementSpec statement, @Nullable ServiceId service, @Nullable Completeness completeness) {
        return statement
                .param("service", service == null ? null : service.value())
                .param(
                        "rubric",
                        completeness == null ? null : completeness.rubric().value())
                .param("completeness", completeness == null ? null : completeness.score())
                .param("missing", completeness == null ? null : completeness.missing());
    }

    static void put(
            Map<String, @Nullable Object> columns, @Nullable ServiceId service, @Nullable Completeness completeness) {
        columns.put("service", service == null ? null : service.value());
        columns.put(
                "rubric", completeness == null ? null : completeness.rubric().value());
        columns.put("completeness", completeness == null ? null : completeness.score());
        columns.put("missing", completeness == null ? null : completeness.missing());
    }

    static @Nullable Completeness read(ResultSet row) throws SQLException {
        String rubric = row.getString("rubric");
        return rubric == null
                ? null
                : new Completeness(Code.of(rubric), row.getInt("completeness"), row.getLong("missing"));
    }

    static @Nullable ServiceId service(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("service_id", UUID.class))
                .map(ServiceId::new)
                .orElse(null);
    }
}
