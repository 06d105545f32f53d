// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Protects the key file with a passphrase: Argon2id makes a key, AES-GCM seals the content.
final class Passphrase {

    // RFC 9106, second recommended option: 64 MiB, three passes; once per start.
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int KEY_LENGTH = 32;

    private final String text;

    Passphrase(String text) {
        this.text = text;
    }

    String seal(String clear, byte[] salt, String keysetId) throws GeneralSecurityException {
        byte[] sealed = new AesGcmJce(key(salt))
                .encrypt(clear.getBytes(StandardCharsets.UTF_8), keysetId.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(sealed);
    }

    String open(String sealed, byte[] salt, String keysetId) throws GeneralSecurityException {
        byte[] clear = new AesGcmJce(key(salt))
                .decrypt(Base64.getDecoder().decode(sealed), keysetId.getBytes(StandardCharsets.UTF_8));
        return new String(clear, StandardCharsets.UTF_8);
    }

    private byte[] key(byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_LENGTH];
        generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
