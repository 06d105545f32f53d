// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The file `<DATA>.keys/keyset.json`: the keyset's id and its keys, sealed when a passphrase is set.
final class KeyFile {

    private static final TypeReference<TreeMap<String, String>> KEYS = new TypeReference<>() {};

    private final Path directory;
    private final Path file;
    private final @Nullable Passphrase passphrase;
    private final SecureRandom random;
    private final JsonMapper json;

    KeyFile(Path directory, @Nullable Passphrase passphrase, SecureRandom random, JsonMapper json) {
        this.directory = directory;
        this.file = directory.resolve("keyset.json");
        this.passphrase = passphrase;
        this.random = random;
        this.json = json;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Path path() {
        return file;
    }

    /// The file as it lies there, to see whether it changed; nothing when it cannot be read now.
    byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException notNow) {
            return new byte[0];
        }
    }

    /// Whether a passphrase protects the file.
    boolean isSealed() {
        try {
            return json.readValue(Files.readString(file), Stored.class).salt() != null;
        } catch (IOException unreadable) {
            throw new StartRefused("The key file " + file + " cannot be read; put back the exported copy.", unreadable);
        }
    }

    /// Reads the file.
    ///
    /// @throws StartRefused when it is unreadable, or sealed with another passphrase than the one given
    Content read() {
        try {
            var stored = json.readValue(Files.readString(file), Stored.class);
            return new Content(stored.id(), json.readValue(opened(stored), KEYS));
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof StartRefused refused) {
                throw refused;
            }
            throw new StartRefused("The key file " + file + " cannot be read; put back the exported copy.", unreadable);
        }
    }

    private String opened(Stored stored) {
        if (stored.salt() == null) {
            return stored.keys();
        }
        if (passphrase == null) {
            throw new StartRefused("The key file " + file + " is protected; set HARBORLINE_KEYS_PASSPHRASE_FILE.");
        }
        try {
            return passphrase.open(stored.keys(), Base64.getDecoder().decode(stored.salt()), stored.id());
        } catch (GeneralSecurityException wrong) {
            throw new StartRefused("The passphrase does not open the key file " + file + ".", wrong);
        }
    }

    /// Replaces the file in one step, so that a crash leaves the old or the new one.
    void write(Content content) {
        try {
            String keys = json.writeValueAsString(new TreeMap<>(content.keys()));
            String salt = null;
            if (passphrase != null) {
                byte[] fresh = new byte[16];
                random.nextBytes(fresh);
                salt = Base64.getEncoder().encodeToString(fresh);
                keys = passphrase.seal(keys, fresh, content.id());
            }
            Path next = file.resolveSibling("keyset.json.tmp");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    next, json.writeValueAsString(new Stored(content.id(), salt, keys)), StandardOpenOption.DSYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory();
        } catch (IOException | GeneralSecurityException cannot) {
            throw new StartRefused("The key file " + file + " cannot be written: " + cannot.getMessage(), cannot);
        }
    }

    /// Until the directory is on disk too, a loss of power can bring the old file back while the database needs the
    /// new.
    private void syncDirectory() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// What is in the file once opened: serialised Tink keysets by name.
    record Content(String id, Map<String, String> keys) {

        @Override
        public String toString() {
            return "keyset " + id;
        }
    }

    /// What lies on disk.
    record Stored(String id, @Nullable String salt, String keys) {}
}
