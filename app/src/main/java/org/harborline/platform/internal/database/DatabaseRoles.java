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
    /// several installations can share a server.
    static DatabaseRoles in(Database database, DatabasePasswords passwords) {
        var setup = database.setup();
        try (var connection = DriverManager.getConnection(setup.url(), setup.user(), setup.password())) {
            String name = connection.getCatalog();
            var owner = setup.as(name + "_owner", passwords.of(name + "_owner"));
            var application = setup.as(name + "_app", passwords.of(name + "_app"));
            ensure(connection, owner);
            ensure(connection, application);
            planForMemory(connection, application);
            try (var statement = connection.createStatement()) {
                statement.execute("GRANT CREATE, CONNECT ON DATABASE \"" + name + "\" TO \"" + owner.user() + "\"");
                statement.execute("REVOKE ALL ON DATABASE \"" + name + "\" FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE \"" + name + "\" TO \"" + application.user() + "\"");
            }
            return new DatabaseRoles(owner, application);
        } catch (SQLException cannot) {
            throw new StartRefused(
                    "The database at " + setup.place()
                            + " cannot be prepared; it must be reachable and its role must be allowed to create roles: "
                            + cannot.getMessage(),
                    cannot);
        }
    }

    // Names come from the database's own name and passwords are hexadecimal, so neither can break out of the quotes.
    private static void ensure(Connection connection, DatabaseAddress role) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles"
                        + " WHERE rolname = '" + role.user() + "'")) {
            boolean exists = found.next();
            // where the setup role is no superuser, it may not even repeat that another one is none
            String limits = exists && !found.getBoolean(1) ? "" : " NOSUPERUSER NOCREATEDB NOCREATEROLE";
            try (var change = connection.createStatement()) {
                change.execute((exists ? "ALTER" : "CREATE") + " ROLE \"" + role.user() + "\" LOGIN" + limits
                        + " PASSWORD '" + role.password() + "'");
            }
        }
    }

    // What is read often is in memory, and no disk of today seeks. The database's own default of 4 makes it collect and
    // sort all rows of a common key where reading the newest from the end of an index is enough.
    private static void planForMemory(Connection connection, DatabaseAddress role) throws SQLException {
        try (var change = connection.createStatement()) {
            change.execute("ALTER ROLE \"" + role.user() + "\" SET random_page_cost = 1.1");
        }
    }
}
