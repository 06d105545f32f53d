// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.crypto.tink.Mac;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.harborline.journal.Entry;
import org.harborline.journal.Inclusion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How an entry is hashed. The leaf is the RFC 9162 leaf hash of its canonical text, the chain is the hash of the chain
/// before and the leaf, the mark is a keyed hash of the leaf: who changes an entry and recomputes leaves and chain
/// still
/// lacks the key for the mark.
///
/// The text has a salt: the proof that a sender gets of one entry holds the leaf of its neighbour, and whoever guesses
/// what that one says must not be able to try the guess.
final class Chain {

    /// Chain value before the first entry.
    static final String START = Base64.getEncoder().encodeToString(new byte[32]);

    private static final int SALT_BYTES = 16;

    private final JsonMapper json;
    private final Mac mac;

    Chain(JsonMapper json, Mac mac) {
        this.json = json;
        this.mac = mac;
    }

    /// The text that is hashed: every column, in a fixed order, instants in microseconds.
    String canonical(Entry entry, @Nullable String follower, String salt) {
        return json.writeValueAsString(Arrays.asList(
                entry.position(),
                entry.type(),
                entry.version(),
                entry.subject().kind(),
                entry.subject().id(),
                entry.actor(),
                entry.purpose(),
                entry.requestId(),
                follower,
                entry.cause(),
                micros(entry.recordedAt()),
                entry.body(),
                salt));
    }

    /// A new entry, under a new salt.
    Link link(String before, Entry entry, @Nullable String follower) {
        return link(before, entry, follower, encode(Random.randBytes(SALT_BYTES)));
    }

    Link link(String before, Entry entry, @Nullable String follower, String salt) {
        byte[] leaf = leaf(canonical(entry, follower, salt));
        try {
            return new Link(salt, encode(leaf), encode(sha256(decode(before), leaf)), encode(mac.computeMac(leaf)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isMarked(String leaf, String mark) {
        try {
            mac.verifyMac(decode(mark), decode(leaf));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    static byte[] leaf(String canonical) {
        return Inclusion.leaf(canonical);
    }

    static byte[] sha256(byte[]... parts) {
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

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /// Hashes of one entry, as stored.
    record Link(String salt, String leaf, String chain, String mark) {}
}
