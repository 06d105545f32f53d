// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.platform.StartRefused;

/// Checks that the server keeps what it acknowledged. A report that a provider was told is filed may not depend on
/// luck.
final class Durability {

    private static final String SETTINGS =
            "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')";

    private Durability() {}

    /// Refuses when any of the three settings is off for the serving role.
    static void require(DatabaseAddress application) {
        var off = new TreeMap<String, String>();
        settings(application).forEach((name, value) -> {
            if (value.equals("off")) {
                off.put(name, value);
            }
        });
        if (!off.isEmpty()) {
            throw new StartRefused("The database has " + String.join(", ", off.keySet())
                    + " switched off, so an acknowledged report could be lost; switch it on and start again.");
        }
    }

    /// The three settings as the serving role sees them.
    static Map<String, String> settings(DatabaseAddress application) {
        try (var connection =
                        DriverManager.getConnection(application.url(), application.user(), application.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SETTINGS)) {
            var found = new TreeMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException cannot) {
            throw new StartRefused("The database does not answer: " + cannot.getMessage(), cannot);
        }
    }
}
