// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.util.Map;

/// The installation's secrets, opened at start and again whenever the key file changes: what a method returns may
/// differ
/// from call to call, and old keys go on opening what they sealed. Values sealed with it can be read only with
/// `<DATA>.keys`; its id
/// is stored in the
/// database, and a server whose keyset has another id refuses to start.
public interface Keyset {

    /// Random name of this keyset, the same in the key file and in the database.
    String id();

    /// Wraps the record keys of one compartment.
    ///
    /// @param compartment permanent name, such as `report`
    Aead wrapping(String compartment);

    /// Version of the key that [#wrapping(String)] would use now; stored beside each wrapped key so that rotation knows
    /// what is old. Asked before wrapping: keys may change in between, and a version that is too old is only
    /// wrapped once more, while one that is too new would never be.
    int wrappingVersion(String compartment);

    /// Pseudo-random functions for equality search, by key version; all live versions are probed, the newest is stored.
    Map<Integer, Prf> blinding();

    /// Version whose output is stored for new rows.
    int blindingVersion();

    /// Marks each journal entry, so that a change by somebody without the keys is found at its exact position.
    Mac journalMac();

    /// Signs with the installation's Ed25519 key.
    PublicKeySign signer();

    /// Verifies signatures of this installation, with all keys it ever signed with.
    PublicKeyVerify verifier();

    /// The public part of the signing key, in Tink's JSON form, for publication.
    String publicKey();

    /// Calls the listener after other keys came into use.
    void whenChanged(Runnable listener);

    /// A keyed function: the same text gives the same 128 bits, and without the key nothing can be learnt but equality.
    interface Prf {
        java.util.UUID of(String text);
    }
}
