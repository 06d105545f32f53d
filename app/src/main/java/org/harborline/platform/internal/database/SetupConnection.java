// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/// A connection as the role that sets an installation up, for commands that need more than the owner: backup, and
/// nothing else.
@Component
public class SetupConnection {

    private final Database database;

    SetupConnection(Database database) {
        this.database = database;
    }

    public Connection open() throws SQLException {
        DatabaseAddress setup = database.setup();
        return DriverManager.getConnection(setup.url(), setup.user(), setup.password());
    }
}
