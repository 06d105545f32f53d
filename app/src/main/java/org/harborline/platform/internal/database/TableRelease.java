// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Which modules' tables are not those of this program. Read from what Flyway wrote down; nothing is migrated.
///
/// @param earlier modules with migrations that only a start of the server makes
/// @param foreign modules whose tables another program made
record TableRelease(SortedSet<String> earlier, SortedSet<String> foreign) {

    static TableRelease of(DatabaseAddress owner) {
        var earlier = new TreeSet<String>();
        var foreign = new TreeSet<String>();
        // one connection for all modules: the migration library opens new ones each time it is asked
        var connection = new SingleConnectionDataSource(owner.url(), owner.user(), owner.password(), true);
        try {
            for (String module : modules()) {
                for (var migration : migrations(connection, module)) {
                    MigrationState state = migration.getState();
                    if (state == MigrationState.PENDING) {
                        earlier.add(module);
                    } else if (state.isFailed() || !state.isResolved() || !migration.isChecksumMatching()) {
                        foreign.add(module);
                    }
                }
            }
        } finally {
            connection.destroy();
        }
        return new TableRelease(earlier, foreign);
    }

    /// What is wrong and what to do, as one sentence; nothing when all tables are those of this program.
    Optional<String> complaint() {
        if (!foreign.isEmpty()) {
            return Optional.of("The tables of " + String.join(", ", foreign)
                    + " were made by another program than this; use the release that made them, or restore a backup.");
        }
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of("The tables of " + String.join(", ", earlier)
                        + " are of an earlier release; start the server, which brings them up to date.");
    }

    private static MigrationInfo[] migrations(DataSource owner, String module) {
        String suffix = module.equals("__root") ? "" : "_" + module;
        return Flyway.configure()
                .dataSource(owner)
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
