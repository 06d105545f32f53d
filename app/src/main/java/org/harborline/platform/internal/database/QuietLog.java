// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import com.google.common.collect.ImmutableSortedMap;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a database must be set so that nothing which somebody wrote reaches its log: no statement, no
/// parameter, no conflicting value. The embedded one is set like this; for another its operator does
/// it, as `docs/operations/install.md` says.
final class QuietLog {

    /// Some are PostgreSQL's own defaults, which an operator may have changed.
    static final ImmutableSortedMap<String, String> SETTINGS = ImmutableSortedMap.<String, String>naturalOrder()
            .put("log_error_verbosity", "terse")
            .put("log_min_duration_sample", "-1")
            .put("log_min_duration_statement", "-1")
            .put("log_min_error_statement", "panic")
            .put("log_parameter_max_length", "0")
            .put("log_parameter_max_length_on_error", "0")
            .put("log_statement", "none")
            .put("log_transaction_sample_rate", "0")
            .buildOrThrow();

    private QuietLog() {}

    /// The settings that are otherwise for this role, each as it must be.
    static List<String> missing(DatabaseAddress role) throws SQLException {
        try (var connection = DriverManager.getConnection(role.url(), role.user(), role.password());
                var statement = connection.prepareStatement("SELECT setting FROM pg_settings WHERE name = ?")) {
            var missing = new ArrayList<String>();
            for (Map.Entry<String, String> wanted : SETTINGS.entrySet()) {
                statement.setString(1, wanted.getKey());
                try (var rows = statement.executeQuery()) {
                    if (!rows.next() || !rows.getString(1).equals(wanted.getValue())) {
                        missing.add(wanted.getKey() + " = " + wanted.getValue());
                    }
                }
            }
            return missing;
        }
    }
}
