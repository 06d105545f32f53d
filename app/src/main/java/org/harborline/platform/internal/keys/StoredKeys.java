// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A key file on disk, without opening it.
public final class StoredKeys {

    private final Path file;

    private StoredKeys(Path file) {
        this.file = file;
    }

    /// The key file of a keys directory, if it is complete: keyset and database passwords.
    public static Optional<StoredKeys> in(Path keys) {
        Path file = keys.resolve("keyset.json");
        return Files.isReadable(file) && Files.isReadable(keys.resolve("database.properties"))
                ? Optional.of(new StoredKeys(file))
                : Optional.empty();
    }

    /// Name of the keyset; readable without the passphrase.
    public String keysetId(JsonMapper json) throws IOException {
        return json.readValue(Files.readString(file), KeyFile.Stored.class).id();
    }
}
