// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.harborline.journal.Inclusion;

/// A signed statement that the first entries have this Merkle root. Inclusion of a single entry can be shown against
/// it.
record Root(long size, String root, String frontier, String signature, Instant signedAt) {

    static Root sign(PublicKeySign signer, Frontier frontier, Instant at) {
        String root = Chain.encode(frontier.root());
        try {
            return new Root(
                    frontier.size(),
                    root,
                    frontier.toString(),
                    Chain.encode(signer.sign(Inclusion.statement(frontier.size(), root, at))),
                    at);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isSignedBy(PublicKeyVerify verifier) {
        try {
            verifier.verify(Chain.decode(signature), Inclusion.statement(size, root, signedAt));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }
}
