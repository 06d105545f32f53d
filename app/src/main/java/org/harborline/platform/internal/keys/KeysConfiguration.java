// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Keyset;
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
    @DependsOnDatabaseInitialization
    Keyset keyset(
            Settings settings,
            Mode mode,
            DataDirectory data,
            Sql sql,
            Clock clock,
            SecureRandom random,
            JsonMapper json) {
        var file = new KeyFile(data.keys(), passphrase(settings.keys().passphraseFile()), random, json);
        var installation = new Installation(sql, clock);
        return new TinkKeyset(settings.command() ? installation.existingKeys(file) : installation.keysFor(mode, file));
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
