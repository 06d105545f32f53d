// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Remembers when a copy was last complete.
final class LastBackup {

    private static final Duration OLD = Duration.ofDays(2);

    private LastBackup() {}

    private static Path file(DataDirectory data) {
        return data.path().resolve("last-backup");
    }

    static void write(DataDirectory data, Instant at) throws IOException {
        Files.writeString(file(data), at.toString());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "harborline.command", havingValue = "true")
    static class BackupCheckup {

        @Bean
        Checkup lastBackupCheckup(DataDirectory data, Settings settings, Clock clock) {
            return new Checkup(110, "last backup", () -> {
                if (settings.database().url() != null) {
                    return Answer.good("The database is an external one; see to that server's own backups.");
                }
                if (!Files.exists(file(data))) {
                    return Answer.warning("No backup was ever made; run ./harborline backup every night.");
                }
                try {
                    Instant last = Instant.parse(Files.readString(file(data)).strip());
                    return Duration.between(last, clock.instant()).compareTo(OLD) <= 0
                            ? Answer.good("Made on " + last + ".")
                            : Answer.warning(
                                    "The last backup is of " + last + "; run ./harborline backup every night.");
                } catch (IOException cannot) {
                    throw new UncheckedIOException(cannot);
                }
            });
        }
    }
}
