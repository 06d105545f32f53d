// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;

/// A signed statement that the journal had this chain value at this position.
record Head(long position, String chain, String signature, Instant signedAt) {

    static Head sign(PublicKeySign signer, long position, String chain, Instant at) {
        try {
            return new Head(position, chain, Chain.encode(signer.sign(statement(position, chain, at))), at);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isSignedBy(PublicKeyVerify verifier) {
        try {
            verifier.verify(Chain.decode(signature), statement(position, chain, signedAt));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static byte[] statement(long position, String chain, Instant at) {
        return ("harborline journal head 1\n" + position + "\n" + chain + "\n" + at).getBytes(StandardCharsets.UTF_8);
    }

    /// One line of the heads file.
    String line() {
        return position + " " + chain + " " + signature + " " + signedAt;
    }

    static Head parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a head has four parts");
        }
        try {
            return new Head(Long.parseLong(parts[0]), parts[1], parts[2], Instant.parse(parts[3]));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("a head ends with a time", noTime);
        }
    }
}
