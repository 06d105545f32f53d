// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.SignatureConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.harborline.platform.Keyset;

/// The keyset, opened. Primitives are made once; they are safe to share between threads.
final class TinkKeyset implements Keyset {

    /// Names are permanent: they are in every key file.
    static final List<String> COMPARTMENTS = List.of("report", "reporter", "contact", "account", "support");

    private static final int BLIND_LENGTH = 16;
    static final Configuration TINK = tink();

    private final String id;
    private final Map<String, Aead> wrapping = new HashMap<>();
    private final Map<String, Integer> wrappingVersions = new HashMap<>();
    private final Map<Integer, Prf> blinding = new LinkedHashMap<>();
    private final int blindingVersion;
    private final Mac journalMac;
    private final PublicKeySign signer;
    private final PublicKeyVerify verifier;
    private final String publicKey;

    private static Configuration tink() {
        try {
            AeadConfig.register();
            MacConfig.register();
            PrfConfig.register();
            SignatureConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    TinkKeyset(KeyFile.Content content) {
        this.id = content.id();
        try {
            for (String compartment : COMPARTMENTS) {
                KeysetHandle handle = parse(content, "wrap." + compartment);
                wrapping.put(compartment, handle.getPrimitive(TINK, Aead.class));
                wrappingVersions.put(compartment, handle.getPrimary().getId());
            }
            PrfSet prfs = parse(content, "blind").getPrimitive(TINK, PrfSet.class);
            prfs.getPrfs().forEach((version, prf) -> blinding.put(version, text -> cut(prf, text)));
            this.blindingVersion = prfs.getPrimaryId();
            this.journalMac = parse(content, "journal").getPrimitive(TINK, Mac.class);
            KeysetHandle signing = parse(content, "sign");
            KeysetHandle verifying = KeyRing.published(content);
            this.signer = signing.getPrimitive(TINK, PublicKeySign.class);
            this.verifier = verifying.getPrimitive(TINK, PublicKeyVerify.class);
            this.publicKey = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(verifying, TINK);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the keyset " + id + " is damaged", damaged);
        }
    }

    /// New keys for everything.
    static KeyFile.Content generate(String id) {
        var keys = new TreeMap<String, String>();
        KeyRing.PARAMETERS.forEach((name, parameters) -> keys.put(name, fresh(parameters)));
        return new KeyFile.Content(id, keys);
    }

    private static String fresh(Parameters parameters) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters, TINK), TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeysetHandle parse(KeyFile.Content content, String name) throws GeneralSecurityException {
        String stored = content.keys().get(name);
        if (stored == null) {
            throw new GeneralSecurityException("no key named " + name);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(stored, TINK, InsecureSecretKeyAccess.get());
    }

    private static UUID cut(com.google.crypto.tink.prf.Prf prf, String text) {
        try {
            var output = ByteBuffer.wrap(prf.compute(text.getBytes(StandardCharsets.UTF_8), BLIND_LENGTH));
            return new UUID(output.getLong(), output.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Aead wrapping(String compartment) {
        return known(wrapping.get(compartment), compartment);
    }

    @Override
    public int wrappingVersion(String compartment) {
        return known(wrappingVersions.get(compartment), compartment);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T found, String compartment) {
        if (found == null) {
            throw new IllegalArgumentException("no compartment named " + compartment);
        }
        return found;
    }

    @Override
    public Map<Integer, Prf> blinding() {
        return java.util.Collections.unmodifiableMap(blinding);
    }

    @Override
    public int blindingVersion() {
        return blindingVersion;
    }

    @Override
    public Mac journalMac() {
        return journalMac;
    }

    @Override
    public PublicKeySign signer() {
        return signer;
    }

    @Override
    public PublicKeyVerify verifier() {
        return verifier;
    }

    @Override
    public String publicKey() {
        return publicKey;
    }

    /// This one never changes; what replaces it is [LiveKeyset].
    @Override
    public void whenChanged(Runnable listener) {}
}
