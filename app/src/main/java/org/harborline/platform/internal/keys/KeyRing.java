// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.harborline.platform.KeyUse;

/// What rotation does to the content of a key file. Every step takes one content and gives the next; a key that was
/// added
/// stands last in its keyset until it is promoted, so that an interrupted rotation is seen in the file itself.
final class KeyRing {

    /// Public keys that signed once and sign no more.
    static final String FORMER = "verify";

    private static final String SIGN = "sign";
    private static final String BLIND = "blind";

    /// All keys and how each is made. The names are permanent: they are in every key file.
    static final SortedMap<String, Parameters> PARAMETERS = parameters();

    private KeyRing() {}

    private static SortedMap<String, Parameters> parameters() {
        var parameters = new TreeMap<String, Parameters>();
        TinkKeyset.COMPARTMENTS.forEach(
                compartment -> parameters.put("wrap." + compartment, PredefinedAeadParameters.AES256_GCM));
        parameters.put(BLIND, PredefinedPrfParameters.HMAC_SHA256_PRF);
        parameters.put("journal", PredefinedMacParameters.HMAC_SHA256_128BITTAG);
        parameters.put(SIGN, PredefinedSignatureParameters.ED25519WithRawOutput);
        return java.util.Collections.unmodifiableSortedMap(parameters);
    }

    /// The keys that are rotated together: those that seal and sign, or those that blind.
    static Collection<String> names(KeyUse.Kind kind) {
        return PARAMETERS.keySet().stream()
                .filter(name -> name.equals(BLIND) == (kind == KeyUse.Kind.BLINDING))
                .toList();
    }

    /// Whether a key was added and not yet promoted.
    static boolean isPending(KeyFile.Content content, Collection<String> names) {
        return names.stream().anyMatch(name -> {
            KeysetHandle keys = parse(content, name);
            return !keys.getAt(keys.size() - 1).isPrimary();
        });
    }

    /// A new key for each name, which opens and verifies but does not seal or sign yet.
    static KeyFile.Content add(KeyFile.Content content, Collection<String> names) {
        return changed(
                content,
                names,
                (name, keys) -> keys.addEntry(
                        KeysetHandle.generateEntryFromParameters(java.util.Objects.requireNonNull(PARAMETERS.get(name)))
                                .withRandomId()));
    }

    /// The newest key of each name seals and signs from here on.
    static KeyFile.Content promote(KeyFile.Content content, Collection<String> names) {
        return changed(content, names, (_, keys) -> keys.getAt(keys.size() - 1).makePrimary());
    }

    /// Leaves only the keys in use. Marks in the journal are checked with all keys that ever made one, so those stay;
    /// of former signing keys the public halves stay.
    static KeyFile.Content retire(KeyFile.Content content) {
        var names = PARAMETERS.keySet().stream()
                .filter(name -> !name.equals("journal"))
                .toList();
        var retired = new TreeMap<>(changed(content, names, (_, keys) -> {
                    for (int at = keys.size() - 1; at >= 0; at--) {
                        if (!keys.getAt(at).isPrimary()) {
                            keys.deleteAt(at);
                        }
                    }
                })
                .keys());
        try {
            retired.put(
                    FORMER,
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(published(content), TinkKeyset.TINK));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new KeyFile.Content(content.id(), retired);
    }

    /// The public halves of all keys that sign or ever signed, the signing one first in rank.
    static KeysetHandle published(KeyFile.Content content) throws GeneralSecurityException {
        KeysetHandle own = parse(content, SIGN).getPublicKeysetHandle();
        String former = content.keys().get(FORMER);
        if (former == null) {
            return own;
        }
        var all = KeysetHandle.newBuilder(own);
        var known = new TreeSet<Integer>();
        for (int at = 0; at < own.size(); at++) {
            known.add(own.getAt(at).getId());
        }
        KeysetHandle stored = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(former, TinkKeyset.TINK);
        for (int at = 0; at < stored.size(); at++) {
            KeysetHandle.Entry entry = stored.getAt(at);
            if (known.add(entry.getId())) {
                all.addEntry(KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()));
            }
        }
        return all.build();
    }

    /// Versions of all keys by name, without any secret.
    static SortedMap<String, SortedSet<Integer>> versions(KeyFile.Content content) {
        var versions = new TreeMap<String, SortedSet<Integer>>();
        PARAMETERS.keySet().forEach(name -> versions.put(name, versions(parse(content, name))));
        try {
            versions.put(SIGN, versions(published(content)));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the keyset " + content.id() + " is damaged", damaged);
        }
        return versions;
    }

    private static SortedSet<Integer> versions(KeysetHandle keys) {
        var versions = new TreeSet<Integer>();
        for (int at = 0; at < keys.size(); at++) {
            versions.add(keys.getAt(at).getId());
        }
        return versions;
    }

    /// Names the state of a key file: equal for two nodes exactly when both hold and use the same keys.
    static String fingerprint(KeyFile.Content content) {
        var state = new StringBuilder(content.id());
        PARAMETERS
                .keySet()
                .forEach(name -> state.append('|')
                        .append(name)
                        .append(parse(content, name).getPrimary().getId()));
        state.append(versions(content));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeysetHandle parse(KeyFile.Content content, String name) {
        try {
            return TinkKeyset.parse(content, name);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the keyset " + content.id() + " is damaged", damaged);
        }
    }

    private static KeyFile.Content changed(KeyFile.Content content, Collection<String> names, Change change) {
        Map<String, String> keys = new LinkedHashMap<>(content.keys());
        try {
            for (String name : names) {
                var builder = KeysetHandle.newBuilder(parse(content, name));
                change.apply(name, builder);
                keys.put(
                        name,
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                builder.build(), TinkKeyset.TINK, InsecureSecretKeyAccess.get()));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new KeyFile.Content(content.id(), keys);
    }

    private interface Change {
        void apply(String name, KeysetHandle.Builder keys);
    }
}
