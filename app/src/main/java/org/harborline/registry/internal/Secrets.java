// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.harborline.platform.Mode;
import org.springframework.stereotype.Component;

/// Makes credentials and compares them. A secret has 256 random bits, so one round of SHA-256 is enough: there is
/// nothing to guess from.
@Component
class Secrets {

    private static final int SECRET_BYTES = 32;
    private static final int USER_BYTES = 10;
    private static final int LETTERS_BYTES = 4;
    /// Compared with when the user name is unknown, so that it takes as long as a wrong secret.
    private static final String NOBODY = "0".repeat(64);

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /// Begins with what it is for, so that whoever finds one in a log knows.
    String newSecret(Mode mode) {
        return prefix(mode) + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    String newUserName(Mode mode) {
        return prefix(mode) + HexFormat.of().formatHex(bytes(USER_BYTES));
    }

    /// The last part of the address of a link.
    String newLink() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    /// Eight characters that make a short name nobody else has.
    String letters() {
        return HexFormat.of().formatHex(bytes(LETTERS_BYTES));
    }

    /// What a user name says it was made for; empty for those made by nobody here.
    static Optional<Mode> modeOf(String userName) {
        return Arrays.stream(Mode.values())
                .filter(mode -> userName.startsWith(prefix(mode)))
                .findFirst();
    }

    private static String prefix(Mode mode) {
        return switch (mode) {
            case PRODUCTION -> "live-";
            case SANDBOX -> "sandbox-";
        };
    }

    String hash(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    /// Whether the secret has this hash, in a time that does not depend on where they differ.
    boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(digest(secret), HexFormat.of().parseHex(hash));
    }

    /// Spends the time of a comparison and never matches.
    boolean matchesNobody(String secret) {
        return matches(secret, NOBODY);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
