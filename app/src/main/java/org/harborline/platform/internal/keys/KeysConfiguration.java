// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Mode;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Opens the keyset once the database is migrated.
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    KeyFile keyFile(Settings settings, DataDirectory data, SecureRandom random, JsonMapper json) {
        return new KeyFile(data.keys(), passphrase(settings.keys().passphraseFile()), random, json);
    }

    @Bean
    @DependsOnDatabaseInitialization
    LiveKeyset keyset(Settings settings, Mode mode, KeyFile file, Sql sql, Clock clock) {
        var installation = new Installation(sql, clock);
        return new LiveKeyset(settings.command() ? installation.existingKeys(file) : installation.keysFor(mode, file));
    }

    private static @Nullable Passphrase passphrase(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try (var lines = Files.lines(file)) {
            return new Passphrase(lines.findFirst()
                    .filter(first -> !first.isBlank())
                    .orElseThrow(() -> new StartRefused("The passphrase file " + file + " is empty.")));
        } catch (IOException unreadable) {
            throw new StartRefused("The passphrase file " + file + " cannot be read.", unreadable);
        }
    }
}
