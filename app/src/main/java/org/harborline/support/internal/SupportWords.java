// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.ReceiptWords;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// The words with which somebody comes back. They follow from the form that was sent, by a key that only this
/// installation has, so a form sent twice gives the same ones. Kept is their hash alone: 70 random bits
/// cannot be searched.
@Component
class SupportWords {

    private final Vault vault;

    SupportWords(Vault vault) {
        this.vault = vault;
    }

    String of(UUID form, String language) {
        return ReceiptWords.of(vault.blind("support/form", form.toString()).value(), language);
    }

    /// What is kept of words; nothing for what cannot be words.
    Optional<String> hash(String typed) {
        return ReceiptWords.read(typed) instanceof ReceiptWords.Reading.Known known
                ? Optional.of(hashed(known.secret()))
                : Optional.empty();
    }

    private static String hashed(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(("support-words " + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
