// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import com.google.crypto.tink.PublicKeySign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What the certificate of an erasure says.
///
/// ```
/// {"certificate":<content>,"signature":"<128 lower-case hexadecimal digits>"}
/// ```
///
/// The Ed25519 signature covers the bytes of `<content>` exactly as they stand in the document, so it is checked
/// without bringing JSON into a canonical form.
///
/// @param record kind and number of what was erased
/// @param asked who asked, under an opaque id
/// @param agreed who agreed, and the instant at which the keys were destroyed
/// @param backupsExpireOn from this day on no backup holds a key of the record, when backups are kept as the operator
/// has set
record Certificate(
        String format,
        UUID erasure,
        String record,
        String reason,
        Step asked,
        Step agreed,
        List<Step> confirmed,
        String backupRetention,
        LocalDate backupsExpireOn) {

    static final String FORMAT = "harborline-erasure-1";
    private static final String OPENING = "{\"certificate\":";
    private static final String SIGNATURE = ",\"signature\":\"";
    private static final String CLOSING = "\"}";

    Certificate {
        confirmed = List.copyOf(confirmed);
    }

    /// Who did something and when: a person under an opaque id, or a module.
    record Step(String by, Instant at) {}

    /// The document.
    String sign(JsonMapper json, PublicKeySign signer) {
        String content = json.writeValueAsString(this);
        try {
            byte[] signature = signer.sign(content.getBytes(StandardCharsets.UTF_8));
            return OPENING + content + SIGNATURE + HexFormat.of().formatHex(signature) + CLOSING;
        } catch (GeneralSecurityException unsigned) {
            throw new IllegalStateException("the certificate could not be signed", unsigned);
        }
    }
}
