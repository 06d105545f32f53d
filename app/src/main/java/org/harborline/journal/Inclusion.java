// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import com.google.crypto.tink.PublicKeyVerify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// That an entry is in the journal, as anybody can check who has the public key: the audit path of RFC 9162 section
/// 2.1.3 and the signed root to which it leads. Hashes are base64.
///
/// @param entry canonical text of the entry, of which the leaf is the hash
/// @param path hashes that the leaf is joined with on the way up, lowest first
/// @param size how many entries the root covers
/// @param signature over [#statement]
public record Inclusion(
        long position,
        String entry,
        String leaf,
        List<String> path,
        long size,
        String root,
        String signature,
        Instant signedAt) {

    private static final int HASH = 32;

    public Inclusion {
        path = List.copyOf(path);
    }

    /// What does not hold.
    public enum Flaw {
        /// The leaf is not the hash of the entry.
        LEAF,
        /// The path does not lead from the leaf to the root.
        PATH,
        /// The root is not signed with the key.
        ROOT
    }

    /// The first thing that does not hold; empty when all does.
    public Optional<Flaw> flaw(PublicKeyVerify key) {
        if (!leaf.equals(Base64.getEncoder().encodeToString(leaf(entry)))) {
            return Optional.of(Flaw.LEAF);
        }
        if (position < 1 || position > size || !leadsToTheRoot()) {
            return Optional.of(Flaw.PATH);
        }
        return isSignedBy(key) ? Optional.empty() : Optional.of(Flaw.ROOT);
    }

    /// RFC 9162 section 2.1.3.2.
    private boolean leadsToTheRoot() {
        long at = position - 1;
        long end = size - 1;
        byte[] hash = leaf(entry);
        for (String step : path) {
            byte[] sibling = hash(step);
            if (end == 0 || sibling.length != HASH) {
                return false;
            }
            boolean right = (at & 1) == 1 || at == end;
            // the last of a row may be alone on several levels: no sibling there
            int levels = right && at != 0 ? Long.numberOfTrailingZeros(at) : 0;
            hash = right ? node(sibling, hash) : node(hash, sibling);
            at >>= levels + 1;
            end >>= levels + 1;
        }
        return end == 0 && root.equals(Base64.getEncoder().encodeToString(hash));
    }

    private static byte[] hash(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noHash) {
            return new byte[0];
        }
    }

    private boolean isSignedBy(PublicKeyVerify key) {
        try {
            key.verify(Base64.getDecoder().decode(signature), statement(size, root, signedAt));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /// What is signed to say that the first entries have this root.
    public static byte[] statement(long size, String root, Instant at) {
        return ("harborline journal root 1\n" + size + "\n" + root + "\n" + at).getBytes(StandardCharsets.UTF_8);
    }

    /// The leaf hash of a canonical text.
    public static byte[] leaf(String canonical) {
        return sha256(new byte[] {0}, canonical.getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of an inner node.
    public static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
