// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// Passwords of the database roles, made once and kept with the keys.
final class DatabasePasswords {

    private final Path file;
    private final SecureRandom random;
    private final Properties passwords = new Properties();

    DatabasePasswords(Path keys, SecureRandom random) {
        this.file = keys.resolve("database.properties");
        this.random = random;
        try {
            Files.createDirectories(
                    keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    passwords.load(in);
                }
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// The password of a role; a new one is written to disk before it is returned.
    synchronized String of(String role) {
        String known = passwords.getProperty(role);
        if (known != null) {
            return known;
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String made = HexFormat.of().formatHex(secret);
        passwords.setProperty(role, made);
        try {
            Path next = file.resolveSibling("database.properties.tmp");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(next, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
                passwords.store(out, null);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return made;
    }
}
