// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.crypto.tink.PublicKeySign;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.internal.PackageManifest.PartFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes the one file of a package: the same tree as PDF for people and as JSON for machines, a manifest, a signature.
/// Called once per package;
/// the result is stored sealed and never made again.
final class PackageComposer {

    static final String MANIFEST = "manifest.json";
    static final String DOCUMENT = "package.json";
    static final String PAGES = "package.pdf";

    /// Own mapper: the shape of a signed document does not follow a server's settings.
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PackagePdf pdf;

    PackageComposer(PackagePdf pdf) {
        this.pdf = pdf;
    }

    byte[] compose(PackageDocument document, Locale language, PublicKeySign signer) {
        var documents = new LinkedHashMap<String, byte[]>();
        documents.put(PAGES, pdf.render(document, language));
        documents.put(DOCUMENT, JSON.writeValueAsBytes(document));
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(MANIFEST, JSON.writeValueAsBytes(manifest(document.head(), documents)));
        parts.putAll(documents);
        return PackageFile.write(parts, document.head().madeAt(), signer);
    }

    private static PackageManifest manifest(PackageDocument.Head head, SequencedMap<String, byte[]> documents) {
        return new PackageManifest(
                PackageManifest.FORMAT,
                head.reference(),
                head.kind(),
                head.sandbox(),
                head.report(),
                head.referral(),
                head.recipient().agency(),
                head.madeAt(),
                head.madeBy(),
                head.journalPosition(),
                PackageManifest.HOW_SIGNED,
                documents.entrySet().stream()
                        .map(part -> new PartFile(part.getKey(), part.getValue().length, sha256(part.getValue())))
                        .toList());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
