// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.harborline.platform.Keyset;

/// The keyset as everybody else has it: always the newest that was read from the key file. What callers keep hold of
/// goes on with new keys too.
final class LiveKeyset implements Keyset {

    private volatile Opened opened;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Mac mac = new LiveMac();
    private final PublicKeyVerify verifier =
            (signature, data) -> keys().verifier().verify(signature, data);

    LiveKeyset(KeyFile.Content content) {
        this.opened = new Opened(new TinkKeyset(content), KeyRing.fingerprint(content));
    }

    /// Brings other keys into use.
    void use(KeyFile.Content content) {
        opened = new Opened(new TinkKeyset(content), KeyRing.fingerprint(content));
        listeners.forEach(Runnable::run);
    }

    /// Names the state of the keys in use.
    String fingerprint() {
        return opened.fingerprint();
    }

    private TinkKeyset keys() {
        return opened.keys();
    }

    @Override
    public String id() {
        return keys().id();
    }

    @Override
    public Aead wrapping(String compartment) {
        return keys().wrapping(compartment);
    }

    @Override
    public int wrappingVersion(String compartment) {
        return keys().wrappingVersion(compartment);
    }

    @Override
    public Map<Integer, Prf> blinding() {
        return keys().blinding();
    }

    @Override
    public int blindingVersion() {
        return keys().blindingVersion();
    }

    @Override
    public Mac journalMac() {
        return mac;
    }

    @Override
    public PublicKeySign signer() {
        return keys().signer();
    }

    @Override
    public PublicKeyVerify verifier() {
        return verifier;
    }

    @Override
    public String publicKey() {
        return keys().publicKey();
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    private record Opened(TinkKeyset keys, String fingerprint) {}

    private final class LiveMac implements Mac {

        @Override
        public byte[] computeMac(byte[] data) throws GeneralSecurityException {
            return keys().journalMac().computeMac(data);
        }

        @Override
        public void verifyMac(byte[] mark, byte[] data) throws GeneralSecurityException {
            keys().journalMac().verifyMac(mark, data);
        }
    }
}
