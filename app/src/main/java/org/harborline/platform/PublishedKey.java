// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// The public key with which packages and receipts are checked, as a file: Tink's JSON form, safe to hand to anybody,
/// worth checking
/// by telephone.
public final class PublishedKey {

    private PublishedKey() {}

    /// Where an installation publishes its own, beside the data so that it can be read without any secret.
    public static Path of(DataDirectory data) {
        return data.path().resolveSibling(data.path().getFileName() + ".public-key.json");
    }

    /// Reads a key file.
    ///
    /// @return empty when there is none, or when it is not a public key
    public static Optional<PublicKeyVerify> read(Path file) {
        try {
            SignatureConfig.register();
            var keys = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                    Files.readString(file), RegistryConfiguration.get());
            return Optional.of(keys.getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
        } catch (IOException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// Writes the key, unless the file already has it.
    public static void write(Path file, String key) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(key)) {
            return;
        }
        Files.writeString(file, key);
    }
}
