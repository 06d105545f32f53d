// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.crypto.tink.PublicKeyVerify;
import java.util.SequencedMap;
import org.harborline.referral.internal.PackageManifest.PartFile;
import tools.jackson.core.JacksonException;

/// Says whether a file is a package exactly as the holder of a key signed it. The key comes from outside; nothing
/// inside the file is trusted
/// before the signature holds.
final class PackageVerifier {

    /// The answer about one file.
    sealed interface Verdict {

        /// Signed with the key, unchanged, complete.
        record Valid(PackageManifest manifest) implements Verdict {}

        /// Changed, cut short, signed with another key, or not a package at all: from outside these cannot be told
        /// apart.
        record NotSigned() implements Verdict {}

        /// Signed with the key, yet not a complete package. Only the key's holder can have made it.
        record Incomplete() implements Verdict {}
    }

    private PackageVerifier() {}

    static Verdict verify(byte[] file, PublicKeyVerify key) {
        return PackageFile.read(file, key).map(PackageVerifier::complete).orElseGet(Verdict.NotSigned::new);
    }

    private static Verdict complete(SequencedMap<String, byte[]> parts) {
        byte[] text = parts.get(PackageComposer.MANIFEST);
        if (text == null) {
            return new Verdict.Incomplete();
        }
        try {
            var manifest = PackageComposer.JSON.readValue(text, PackageManifest.class);
            boolean all = manifest.files().size() == parts.size() - 1
                    && manifest.files().stream().allMatch(file -> matches(file, parts.get(file.name())));
            return all ? new Verdict.Valid(manifest) : new Verdict.Incomplete();
        } catch (JacksonException _) {
            return new Verdict.Incomplete();
        }
    }

    private static boolean matches(PartFile file, byte @org.jspecify.annotations.Nullable [] content) {
        return content != null
                && content.length == file.size()
                && PackageComposer.sha256(content).equals(file.sha256());
    }
}
