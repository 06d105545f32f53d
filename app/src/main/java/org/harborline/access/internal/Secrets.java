// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
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

    /// A recovery code as it was given out, however it was typed: hyphens and case do not matter.
    static String recoveryCode(String typed) {
        var characters = CharMatcher.anyOf("- ").removeFrom(typed).toLowerCase(Locale.ROOT);
        return String.join("-", Splitter.fixedLength(4).split(characters));
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
