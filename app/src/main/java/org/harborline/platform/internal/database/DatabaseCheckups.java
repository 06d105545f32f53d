// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The database itself: does it answer, does it keep what it acknowledges, and who may do what in it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class DatabaseCheckups {

    /// Each row is one right that is wrong, as a sentence.
    private static final String WRONG_RIGHTS = """
            SELECT 'the role ' || rolname || ' is more than a plain one' AS wrong
              FROM pg_roles
             WHERE rolname IN (?, ?) AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication)
             UNION ALL
            SELECT 'the serving role may make tables in ' || nspname
              FROM pg_namespace
             WHERE has_schema_privilege(?, oid, 'CREATE') AND nspname !~ '^pg_'
             UNION ALL
            SELECT 'the serving role may change ' || nspname || '.' || relname
              FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
             WHERE nspname = 'journal'
               AND relname IN ('entry', 'head', 'root')
               AND (has_table_privilege(?, pg_class.oid, 'UPDATE') OR has_table_privilege(?, pg_class.oid, 'DELETE')
                    OR has_table_privilege(?, pg_class.oid, 'TRUNCATE'))
             UNION ALL
            SELECT 'the serving role may not add to journal.entry'
              FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
             WHERE nspname = 'journal' AND relname = 'entry' AND NOT has_table_privilege(?, pg_class.oid, 'INSERT')
            """;

    @Bean
    Checkup databaseCheckup(ObjectProvider<Database> database, ObjectProvider<DatabasePasswords> passwords) {
        return new Checkup(20, "database", () -> {
            DatabaseAddress address = DatabaseRoles.in(database.getObject(), passwords.getObject())
                    .application();
            try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
                return Answer.good("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + " answers.");
            } catch (SQLException cannot) {
                return Answer.wrong("The database does not answer; look into its log: " + cannot.getMessage());
            }
        });
    }

    @Bean
    Checkup durabilityCheckup(ObjectProvider<Database> database, ObjectProvider<DatabasePasswords> passwords) {
        return new Checkup(30, "durability", () -> {
            Durability.require(DatabaseRoles.in(database.getObject(), passwords.getObject())
                    .application());
            return Answer.good("What is acknowledged is on disk.");
        });
    }

    @Bean
    Checkup logCheckup(ObjectProvider<Database> database, ObjectProvider<DatabasePasswords> passwords) {
        return new Checkup(
                35,
                "database log",
                () -> log(DatabaseRoles.in(database.getObject(), passwords.getObject())
                        .application()));
    }

    static Answer log(DatabaseAddress application) {
        try {
            List<String> missing = QuietLog.missing(application);
            return missing.isEmpty()
                    ? Answer.good("Nothing that somebody wrote gets into it.")
                    : Answer.warning("Statements and their values can get into the log of the database; set "
                            + String.join(", ", missing) + " there.");
        } catch (SQLException cannot) {
            throw new IllegalStateException("settings cannot be read", cannot);
        }
    }

    @Bean
    Checkup rightsCheckup(ObjectProvider<Database> database, ObjectProvider<DatabasePasswords> passwords) {
        return new Checkup(40, "roles", () -> {
            DatabaseRoles roles = DatabaseRoles.in(database.getObject(), passwords.getObject());
            List<String> wrong = wrongRights(roles);
            return wrong.isEmpty()
                    ? Answer.good("The serving role can neither change tables nor what is recorded.")
                    : Answer.wrong("Rights are not as they were made: " + String.join(", ", wrong)
                            + "; take these rights away again.");
        });
    }

    private static List<String> wrongRights(DatabaseRoles roles) {
        String application = roles.application().user();
        String[] names = {
            roles.owner().user(), application, application, application, application, application, application
        };
        DatabaseAddress owner = roles.owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.prepareStatement(WRONG_RIGHTS)) {
            for (int at = 0; at < names.length; at++) {
                statement.setString(at + 1, names[at]);
            }
            var wrong = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    wrong.add(rows.getString("wrong"));
                }
            }
            return wrong;
        } catch (SQLException cannot) {
            throw new IllegalStateException("rights cannot be read", cannot);
        }
    }
}
