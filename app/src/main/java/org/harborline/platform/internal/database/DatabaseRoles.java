// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.harborline.platform.StartRefused;

/// The two roles of an installation: one owns the tables and migrates them, the other serves and can neither change
/// tables nor grant.
///
/// @param owner runs migrations and rebuilds
/// @param application serves
record DatabaseRoles(DatabaseAddress owner, DatabaseAddress application) {

    /// Makes the roles where they are missing and sets their passwords. Role names carry the database's name, so that
    /// several installations
    /// can share a server.
    static DatabaseRoles in(Database database, DatabasePasswords passwords) {
        var setup = database.setup();
        try (var connection = DriverManager.getConnection(setup.url(), setup.user(), setup.password())) {
            String name = connection.getCatalog();
            var owner = setup.as(name + "_owner", passwords.of(name + "_owner"));
            var application = setup.as(name + "_app", passwords.of(name + "_app"));
            ensure(connection, owner);
            ensure(connection, application);
            try (var statement = connection.createStatement()) {
                statement.execute("GRANT CREATE, CONNECT ON DATABASE \"" + name + "\" TO \"" + owner.user() + "\"");
                statement.execute("REVOKE ALL ON DATABASE \"" + name + "\" FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE \"" + name + "\" TO \"" + application.user() + "\"");
            }
            return new DatabaseRoles(owner, application);
        } catch (SQLException cannot) {
            throw new StartRefused(
                    "The database at " + setup.url()
                            + " cannot be prepared; it must be reachable and its role must be allowed to create roles: "
                            + cannot.getMessage(),
                    cannot);
        }
    }

    // Names come from the database's own name and passwords are hexadecimal, so neither can break out of the quotes.
    private static void ensure(Connection connection, DatabaseAddress role) throws SQLException {
        try (var statement = connection.createStatement();
                var exists = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role.user() + "'")) {
            String verb = exists.next() ? "ALTER" : "CREATE";
            try (var change = connection.createStatement()) {
                change.execute(verb + " ROLE \"" + role.user()
                        + "\" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '" + role.password() + "'");
            }
        }
    }
}
