// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.harborline.platform.ReceiptWords;
import org.springframework.stereotype.Component;

/// Words with which somebody who reported comes back. Kept is a hash alone that makes a guess at a stolen table dear.
@Component
class DoorWords {

    private static final int ROUNDS = 50_000;
    private static final int BITS = 256;
    private static final byte[] SALT = "intake.door-words".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random;

    DoorWords(SecureRandom random) {
        this.random = random;
    }

    /// New words, the check word last.
    List<String> draw(String language) {
        return of(new UUID(random.nextLong(), random.nextLong()), language);
    }

    /// The words of a secret that nobody else knows.
    List<String> of(UUID secret, String language) {
        return List.of(ReceiptWords.of(secret, language).split(" "));
    }

    /// What stands for the same in another language; none stay none.
    List<String> translate(List<String> words, String language) {
        return ReceiptWords.read(String.join(" ", words)) instanceof ReceiptWords.Reading.Known known
                ? List.of(ReceiptWords.of(known, language).split(" "))
                : words;
    }

    /// What is kept of words as typed; nothing for what cannot be words.
    Optional<String> hash(String typed) {
        return secret(typed).map(DoorWords::hashed);
    }

    String hash(List<String> words) {
        return hash(String.join(" ", words)).orElseThrow();
    }

    /// Whether words as typed are these.
    boolean same(List<String> words, String typed) {
        Optional<String> secret = secret(typed);
        return secret.isPresent() && secret.equals(secret(String.join(" ", words)));
    }

    boolean wellFormed(String typed) {
        return secret(typed).isPresent();
    }

    private static Optional<String> secret(String typed) {
        return ReceiptWords.read(typed) instanceof ReceiptWords.Reading.Known known
                ? Optional.of(known.secret())
                : Optional.empty();
    }

    private static String hashed(String secret) {
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), SALT, ROUNDS, BITS))
                    .getEncoded();
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this machine has no PBKDF2", e);
        }
    }
}
