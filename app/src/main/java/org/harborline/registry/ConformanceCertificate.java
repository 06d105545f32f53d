// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Says that a company's client did everything a client has to do, in a sandbox. A few lines of text, so that they can
/// be
/// pasted into another installation; the last is the sandbox's Ed25519 signature over those before.
///
/// @param company permanent short name of the company at the installation that takes real reports
/// @param run which run
/// @param cases what the client did, as codes
public record ConformanceCertificate(String company, UUID run, Instant passedAt, List<String> cases) {

    /// After this many days a client has to show it again before its company goes live.
    public static final int DAYS = 180;

    private static final String FIRST = "harborline-conformance-1";
    private static final int LONGEST = 4000;

    public ConformanceCertificate {
        cases = List.copyOf(cases);
    }

    private String signed() {
        return String.join(
                "\n",
                FIRST,
                "company: " + company,
                "run: " + run,
                "passed: " + passedAt,
                "cases: " + String.join(" ", cases),
                "");
    }

    /// The certificate as text.
    public String text(PublicKeySign signer) {
        try {
            byte[] signature = signer.sign(signed().getBytes(StandardCharsets.UTF_8));
            return signed() + "signature: " + Base64.getEncoder().encodeToString(signature) + "\n";
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a certificate could not be signed", failure);
        }
    }

    /// Reads a pasted certificate. Spaces around lines and empty lines between them do not matter; everything else
    /// does.
    ///
    /// @return empty when it is not exactly what the holder of one of the keys signed
    public static Optional<ConformanceCertificate> read(String pasted, List<PublicKeyVerify> keys) {
        List<String> lines = pasted.length() > LONGEST
                ? List.of()
                : pasted.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toList());
        if (lines.size() != 6 || !lines.getFirst().equals(FIRST)) {
            return Optional.empty();
        }
        try {
            var certificate = new ConformanceCertificate(
                    value(lines.get(1), "company: "),
                    UUID.fromString(value(lines.get(2), "run: ")),
                    Instant.parse(value(lines.get(3), "passed: ")),
                    List.of(value(lines.get(4), "cases: ").split(" ", -1)));
            byte[] signature = Base64.getDecoder().decode(value(lines.get(5), "signature: "));
            byte[] signed = certificate.signed().getBytes(StandardCharsets.UTF_8);
            return keys.stream().anyMatch(key -> verifies(key, signature, signed))
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static boolean verifies(PublicKeyVerify key, byte[] signature, byte[] signed) {
        try {
            key.verify(signature, signed);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String value(String line, String label) {
        if (!line.startsWith(label)) {
            throw new IllegalArgumentException("another line was expected");
        }
        return line.substring(label.length());
    }
}
