// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.nio.file.Files;
import java.security.SecureRandom;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Settings;
import org.harborline.platform.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Brings up the database, embedded or external, and hands it to Flyway as the owner and to everything else as the
/// application role.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(Settings settings) {
        return new DataDirectory(settings.data());
    }

    @Bean(destroyMethod = "close")
    DirectoryLock directoryLock(Settings settings, DataDirectory data) {
        if (!settings.command()) {
            return DirectoryLock.take(data);
        }
        if (!Files.isDirectory(data.keys())
                || (settings.database().url() == null && !Files.isDirectory(data.database()))) {
            throw new StartRefused("There is no installation in " + data.path() + ".");
        }
        return DirectoryLock.tryTake(data);
    }

    @Bean
    DatabasePasswords databasePasswords(DataDirectory data, SecureRandom random, DirectoryLock locked) {
        return new DatabasePasswords(data.keys(), random);
    }

    @Bean(destroyMethod = "close")
    Database database(Settings settings, DataDirectory data, DatabasePasswords passwords, DirectoryLock lock) {
        var external = settings.database();
        if (external.url() != null) {
            return new ExternalDatabase(
                    new DatabaseAddress(external.url(), orEmpty(external.user()), orEmpty(external.password())));
        }
        return lock.isHeld() ? new EmbeddedDatabase(data, passwords) : EmbeddedDatabase.running(data, passwords);
    }

    /// @param required whether tables of another release than this are refused; a server brings them up to date, and
    /// refuses by [ForeignTables]
    @Bean
    DatabaseRoles databaseRoles(
            Database database,
            DatabasePasswords passwords,
            @Value("${harborline.tables-of-this-release:false}") boolean required) {
        var roles = DatabaseRoles.in(database, passwords);
        Durability.require(roles.application());
        if (required) {
            TableRelease.of(roles.owner()).complaint().ifPresent(complaint -> {
                throw new StartRefused(complaint);
            });
        }
        return roles;
    }

    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseRoles roles) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return roles.application().user();
            }

            @Override
            public String getPassword() {
                return roles.application().password();
            }

            @Override
            public String getJdbcUrl() {
                return roles.application()
                        .urlWith("reWriteBatchedInserts=true&logServerErrorDetail=false&ApplicationName=harborline");
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(DatabaseRoles roles) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return roles.owner().user();
            }

            @Override
            public String getPassword() {
                return roles.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return roles.owner().url();
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer roleNames(DatabaseRoles roles) {
        return flyway -> flyway.placeholders(java.util.Map.of(
                        "owner",
                        roles.owner().user(),
                        "application",
                        roles.application().user()))
                .callbacks(new ForeignTables());
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
