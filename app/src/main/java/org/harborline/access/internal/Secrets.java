// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Random secrets that are given out once and kept as a hash. With 80 bits of randomness or more a plain SHA-256 is
/// enough: there is nothing to guess, so nothing to slow down.
@Component
class Secrets {

    private static final int TOKEN_BYTES = 32;
    private static final int RECOVERY_CODE_BYTES = 10;

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /// 256 bits, for cookies and links.
    String token() {
        return BaseEncoding.base64Url().omitPadding().encode(bytes(TOKEN_BYTES));
    }

    /// 80 bits as sixteen characters that can be read aloud.
    String recoveryCode() {
        return BaseEncoding.base32().lowerCase().withSeparator("-", 4).encode(bytes(RECOVERY_CODE_BYTES));
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// What is stored in place of the secret.
    static String hash(String secret) {
        return Hashing.sha256().hashString(secret, StandardCharsets.UTF_8).toString();
    }
}
