// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The one file that an agency gets: a ZIP archive that any program opens, whose archive comment ends in the signature.
///
/// ```
/// <archive> <comment: "harborline-package-1 ed25519 " + signature>
/// ```
///
/// The signature is Ed25519's 64 bytes as exactly 128 lower-case hexadecimal digits, the last of the file; any other
/// spelling of the same bytes
/// is refused. Everything before is signed, including the rest of the comment. So a bit changed anywhere is a bit of
/// what was signed or of the
/// signature.
final class PackageFile {

    static final int SIGNATURE_CHARACTERS = 128;
    static final String LABEL = "harborline-package-1 ed25519 ";

    /// Refuses to unpack more than this; our own packages are far smaller.
    private static final int LARGEST_PART = 64 << 20;

    private PackageFile() {}

    /// Packs and signs.
    ///
    /// @param parts contents by name, in the order in which they are written
    static byte[] write(SequencedMap<String, byte[]> parts, Instant madeAt, PublicKeySign signer) {
        byte[] file = archive(parts, madeAt);
        int end = file.length - SIGNATURE_CHARACTERS;
        try {
            String signature = HexFormat.of().formatHex(signer.sign(Arrays.copyOf(file, end)));
            if (signature.length() != SIGNATURE_CHARACTERS) {
                throw new IllegalStateException("the signer's output does not fill the signature field");
            }
            System.arraycopy(signature.getBytes(StandardCharsets.US_ASCII), 0, file, end, SIGNATURE_CHARACTERS);
            return file;
        } catch (GeneralSecurityException unsigned) {
            throw new IllegalStateException("the package could not be signed", unsigned);
        }
    }

    /// Checks the signature over every byte of the file but the signature itself, and only then opens the archive.
    ///
    /// @return the parts by name, or empty when the file is not exactly what the holder of the key signed
    static Optional<SequencedMap<String, byte[]>> read(byte[] file, PublicKeyVerify key) {
        int end = file.length - SIGNATURE_CHARACTERS;
        if (end < LABEL.length()) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(file, end);
        if (!endsWithLabel(signed)) {
            return Optional.empty();
        }
        try {
            key.verify(signature(file, end), signed);
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
        return Optional.of(unpack(file));
    }

    private static byte[] signature(byte[] file, int start) {
        var text = new String(file, start, SIGNATURE_CHARACTERS, StandardCharsets.ISO_8859_1);
        byte[] signature = HexFormat.of().parseHex(text);
        // parsing takes capitals too, and a capital letter is one changed bit
        if (!HexFormat.of().formatHex(signature).equals(text)) {
            throw new IllegalArgumentException("the signature is not in lower case");
        }
        return signature;
    }

    private static boolean endsWithLabel(byte[] signed) {
        byte[] label = LABEL.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(signed, signed.length - label.length, signed.length, label, 0, label.length);
    }

    private static byte[] archive(Map<String, byte[]> parts, Instant madeAt) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setComment(LABEL + "0".repeat(SIGNATURE_CHARACTERS));
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                // local time in a ZIP has no zone; UTC keeps the file the same on every machine
                entry.setTimeLocal(LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static SequencedMap<String, byte[]> unpack(byte[] file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(LARGEST_PART);
                if (content.length == LARGEST_PART || parts.putIfAbsent(entry.getName(), content) != null) {
                    throw new IllegalStateException("a signed package holds a part that is too large or twice there");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }
}
