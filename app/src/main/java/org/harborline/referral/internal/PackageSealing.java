// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harborline.platform.Actor;
import org.harborline.platform.Keyset;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageDocument;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.harborline.vault.VaultProblem;
import org.springframework.stereotype.Component;

/// Composes, signs and seals a package, and opens it again. The file is sealed with the key of its report, so that it
/// is erased and held together
/// with it.
@Component
class PackageSealing {

    private static final FieldId FILE = new FieldId("referral.package-file");

    private final PackageComposer composer;
    private final Keyset keyset;
    private final Vault vault;

    PackageSealing(PackageComposer composer, Keyset keyset, Vault vault) {
        this.composer = composer;
        this.keyset = keyset;
        this.vault = vault;
    }

    SealedText seal(Delivery delivery, PackageDocument document, Locale language) {
        byte[] file = composer.compose(document, language, keyset.signer());
        return key(Actors.SYSTEM, delivery)
                .seal(FILE, delivery.id().toString(), Base64.getEncoder().encodeToString(file));
    }

    /// The file in Base64, opened in the name of the actor.
    String open(Actor actor, Delivery delivery, SealedText file) {
        return key(actor, delivery).open(FILE, delivery.id().toString(), file);
    }

    /// The document inside a file.
    PackageDocument document(String base64) {
        byte[] file = Base64.getDecoder().decode(base64);
        byte[] json = PackageFile.read(file, keyset.verifier())
                .flatMap(parts -> Optional.ofNullable(parts.get(PackageComposer.DOCUMENT)))
                .orElseThrow(() -> new IllegalStateException("a stored package does not verify"));
        return PackageComposer.JSON.readValue(json, PackageDocument.class);
    }

    private RecordKey key(Actor actor, Delivery delivery) {
        return vault.open(actor, delivery.report().asRecord(), Compartment.REPORT)
                .orElseThrow(() -> new ProblemException(
                        erased(delivery) ? VaultProblem.RECORD_ERASED : PlatformProblem.NOT_FOUND));
    }

    /// Whether the report, and the package with it, was erased.
    boolean erased(Delivery delivery) {
        return !vault.erased(Actors.SYSTEM, List.of(delivery.report().asRecord()))
                .isEmpty();
    }
}
