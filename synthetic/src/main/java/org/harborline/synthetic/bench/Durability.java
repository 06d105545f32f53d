// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.synthetic.server.Installation;

/// What the database promises about what it has acknowledged: a figure without it says nothing.
final class Durability {

    private static final List<String> SETTINGS =
            List.of("fsync", "full_page_writes", "synchronous_commit", "wal_sync_method", "server_version");

    private Durability() {}

    static Map<String, String> of(Installation installation) throws SQLException {
        var settings = new TreeMap<String, String>();
        try (var connection = installation.read();
                var statement = connection.prepareStatement("SELECT current_setting(?)")) {
            for (String name : SETTINGS) {
                statement.setString(1, name);
                try (var row = statement.executeQuery()) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
        }
        return settings;
    }
}
