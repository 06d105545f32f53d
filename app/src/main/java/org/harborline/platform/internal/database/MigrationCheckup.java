// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Whether the tables are those of this program. Reads what Flyway wrote down and migrates nothing.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class MigrationCheckup {

    @Bean
    Checkup migrationsCheckup(ObjectProvider<Database> database, ObjectProvider<DatabasePasswords> passwords) {
        return new Checkup(50, "tables", () -> {
            DatabaseAddress owner = DatabaseRoles.in(database.getObject(), passwords.getObject())
                    .owner();
            var pending = new TreeSet<String>();
            var wrong = new TreeSet<String>();
            for (String module : modules()) {
                for (var migration : migrations(owner, module)) {
                    MigrationState state = migration.getState();
                    if (state == MigrationState.PENDING) {
                        pending.add(module);
                    } else if (state.isFailed() || !state.isResolved() || !migration.isChecksumMatching()) {
                        wrong.add(module);
                    }
                }
            }
            if (!wrong.isEmpty()) {
                return Answer.wrong(
                        "The tables of " + String.join(", ", wrong)
                                + " were made by another program than this; use the release that made them, or restore a backup.");
            }
            return pending.isEmpty()
                    ? Answer.good("All tables are those of this release.")
                    : Answer.wrong("The tables of " + String.join(", ", pending)
                            + " are of an earlier release; start the server, which brings them up to date.");
        });
    }

    private static org.flywaydb.core.api.MigrationInfo[] migrations(DatabaseAddress owner, String module) {
        String suffix = module.equals("__root") ? "" : "_" + module;
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .defaultSchema("migration")
                .table("flyway_schema_history" + suffix)
                .locations("classpath:db/migration/" + module)
                .baselineVersion("0")
                .placeholderReplacement(false)
                .load()
                .info()
                .all();
    }

    private static SortedSet<String> modules() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql"))
                    .map(resource -> {
                        String[] path = resource.toString().split("/", -1);
                        return path[path.length - 2];
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
