// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The keys: are they the right ones, who can read them, and are they in a second place.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class KeysCheckups {

    @Bean
    Checkup keysetCheckup(ObjectProvider<LiveKeyset> keyset) {
        return new Checkup(60, "keys", () -> {
            // opening compares it with the database, and refuses with the reason
            String id = keyset.getObject().id();
            return Answer.good("The keyset " + id + " opens and is this database's.");
        });
    }

    @Bean
    Checkup rotationCheckup(ObjectProvider<KeyRotation> rotation) {
        return new Checkup(62, "rotation", () -> {
            for (KeyUse.Kind kind : KeyUse.Kind.values()) {
                if (rotation.getObject().isUnfinished(kind)) {
                    return Answer.warning("A rotation of keys was interrupted; run ./harborline rotate-keys"
                            + (kind == KeyUse.Kind.BLINDING ? " --blind" : "") + " to finish it. Nothing is lost.");
                }
            }
            return Answer.good("Everything stored is under the newest keys.");
        });
    }

    @Bean
    Checkup permissionsCheckup(DataDirectory data) {
        return new Checkup(64, "key permissions", () -> {
            if (!Files.isDirectory(data.keys())) {
                return Answer.wrong("There are no keys in " + data.keys() + "; put back the exported copy.");
            }
            String wrong = tooOpen(data.keys());
            return wrong.isEmpty()
                    ? Answer.good("Only this user can read the keys.")
                    : Answer.wrong("Others can reach the keys; run: chmod 700 " + data.keys() + " && chmod 600 "
                            + data.keys() + "/* (" + wrong + ").");
        });
    }

    private static String tooOpen(Path keys) {
        try (Stream<Path> files = Files.list(keys)) {
            var wrong = new StringBuilder();
            if (!permissions(keys).equals("rwx------")) {
                wrong.append(keys.getFileName());
            }
            files.sorted()
                    .filter(file -> !permissions(file).startsWith("rw-------"))
                    .forEach(file -> wrong.append(wrong.isEmpty() ? "" : ", ").append(file.getFileName()));
            return wrong.toString();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Bean
    Checkup exportCheckup(DataDirectory data) {
        return new Checkup(66, "keys exported", () -> {
            Path mark = data.keys().resolve(ExportKeysCommand.MARK);
            try {
                return Files.exists(mark)
                        ? Answer.good("Copied away on " + Files.readString(mark) + ".")
                        : Answer.warning("The keys exist only here: if this disk is lost, so is everything. Run"
                                + " ./harborline export-keys and keep the copy elsewhere.");
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        });
    }

    @Bean
    Checkup passphraseCheckup(Settings settings, ObjectProvider<KeyFile> file) {
        return new Checkup(68, "passphrase", () -> {
            Path passphrase = settings.keys().passphraseFile();
            if (passphrase == null) {
                return Answer.warning(
                        "The key file is not protected: whoever copies it has the keys. Put a long sentence"
                                + " into a file, set HARBORLINE_KEYS_PASSPHRASE_FILE, run ./harborline rotate-keys.");
            }
            if (!file.getObject().isSealed()) {
                return Answer.warning("A passphrase is set, but the key file was written before and is not protected by"
                        + " it; run ./harborline rotate-keys, which writes it anew.");
            }
            return permissions(passphrase).endsWith("------")
                    ? Answer.good("The key file is protected by a passphrase.")
                    : Answer.warning("Others can read the passphrase; run: chmod 600 " + passphrase);
        });
    }
}
