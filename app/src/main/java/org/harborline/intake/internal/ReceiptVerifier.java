// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import com.google.crypto.tink.PublicKeyVerify;
import java.time.Instant;
import java.util.Optional;
import org.harborline.intake.ReceiptVerdict;
import org.harborline.intake.ReceiptVerdict.Flaw;
import org.harborline.journal.Inclusion;
import tools.jackson.databind.JsonNode;

/// Says whether a text is a receipt as the holder of a key issued it. The key comes from outside. The proof is looked
/// at before the receipt's own signature, so that the sentence names what exactly was changed.
final class ReceiptVerifier {

    /// Larger than any receipt: a path of 64 hashes, an entry of ids, a sentence.
    static final int LARGEST = 16_384;

    private ReceiptVerifier() {}

    static ReceiptVerdict verify(String text, PublicKeyVerify key) {
        return read(text).map(file -> judge(file, key)).orElseGet(() -> new ReceiptVerdict.Wrong(Flaw.UNREADABLE));
    }

    private static Optional<ReceiptFile> read(String text) {
        if (text.length() > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReceiptFile.read(text))
                    .filter(file -> file.format().equals(ReceiptFile.FORMAT))
                    .filter(file -> (file.proof() == null) != (file.proofFrom() == null));
        } catch (RuntimeException _) {
            // whatever a stranger pasted
            return Optional.empty();
        }
    }

    private static ReceiptVerdict judge(ReceiptFile file, PublicKeyVerify key) {
        Inclusion proof = file.proof();
        Optional<Flaw> flaw = proof == null
                ? Optional.empty()
                : proof.flaw(key).map(ReceiptVerifier::inReceipt).or(() -> differs(file, proof));
        if (flaw.isEmpty() && !file.isSignedBy(key)) {
            flaw = Optional.of(Flaw.WORDS);
        }
        return flaw.<ReceiptVerdict>map(ReceiptVerdict.Wrong::new).orElseGet(() -> holds(file));
    }

    private static Flaw inReceipt(Inclusion.Flaw flaw) {
        return switch (flaw) {
            case LEAF -> Flaw.ENTRY;
            case PATH -> Flaw.PATH;
            case ROOT -> Flaw.ROOT;
        };
    }

    /// How the receipt contradicts the entry, which the journal vouches for.
    private static Optional<Flaw> differs(ReceiptFile file, Inclusion proof) {
        try {
            JsonNode entry = ReceiptFile.JSON.readTree(proof.entry());
            JsonNode body = ReceiptFile.JSON.readTree(entry.required(11).stringValue());
            if (!entry.required(1).stringValue().equals("intake.report-filed")
                    || !entry.required(3).stringValue().equals("report")
                    || !entry.required(4).stringValue().equals(Long.toString(file.report()))) {
                return Optional.of(Flaw.REPORT);
            }
            if (entry.required(0).longValue() != proof.position()) {
                return Optional.of(Flaw.POSITION);
            }
            return Instant.parse(body.required("filedAt").stringValue()).equals(file.filedAt())
                    ? Optional.empty()
                    : Optional.of(Flaw.TIME);
        } catch (RuntimeException _) {
            // signed by the installation, but no entry of this kind
            return Optional.of(Flaw.REPORT);
        }
    }

    private static ReceiptVerdict holds(ReceiptFile file) {
        Inclusion proof = file.proof();
        if (proof == null) {
            Instant from = file.proofFrom();
            return new ReceiptVerdict.Unproved(file.report(), file.filedAt(), from == null ? file.issuedAt() : from);
        }
        return new ReceiptVerdict.Proved(
                file.report(), file.filedAt(), file.preservedUntil(), proof.position(), proof.size(), proof.signedAt());
    }
}
