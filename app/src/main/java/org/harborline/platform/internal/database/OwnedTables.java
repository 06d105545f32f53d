// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.platform.DerivedTables;
import org.springframework.stereotype.Component;

/// Empties derived tables as the owner role.
@Component
class OwnedTables implements DerivedTables {

    private static final Pattern NAME = Pattern.compile("[a-z_]+\\.[a-z_]+");

    private final DatabaseRoles roles;

    OwnedTables(DatabaseRoles roles) {
        this.roles = roles;
    }

    @Override
    public void empty(List<String> tables) {
        if (tables.isEmpty()) {
            return;
        }
        if (!tables.stream().allMatch(table -> NAME.matcher(table).matches())) {
            throw new IllegalArgumentException("a table is named schema.table");
        }
        DatabaseAddress owner = roles.owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", tables));
        } catch (SQLException cannot) {
            throw new IllegalStateException("the derived tables cannot be emptied", cannot);
        }
    }
}
