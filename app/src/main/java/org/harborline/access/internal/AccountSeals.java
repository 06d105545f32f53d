// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import org.harborline.access.ClientNetwork;
import org.harborline.access.HolderId;
import org.harborline.access.NewAccount;
import org.harborline.access.facts.SignInRefused;
import org.harborline.platform.Keyset;
import org.springframework.stereotype.Component;

/// Seals what is known about a holder, and makes the keyed values under which names and networks are found. The vault
/// stands above this module, so accounts use the installation's key for them directly.
@Component
class AccountSeals {

    private static final String COMPARTMENT = "account";

    private final Keyset keyset;

    AccountSeals(Keyset keyset) {
        this.keyset = keyset;
    }

    /// What can be sealed. The names are permanent: they are part of what a seal is bound to.
    enum Field {
        SIGN_IN_NAME("access.sign-in-name"),
        DISPLAY_NAME("access.display-name"),
        TOTP_SECRET("access.totp-secret");

        private final String fieldId;

        Field(String fieldId) {
            this.fieldId = fieldId;
        }
    }

    String seal(Field field, HolderId holder, String row, byte[] clear) {
        try {
            return Base64.getEncoder()
                    .encodeToString(keyset.wrapping(COMPARTMENT).encrypt(clear, binding(field, holder, row)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("An account field could not be sealed.", failure);
        }
    }

    byte[] open(Field field, HolderId holder, String row, String sealed) {
        try {
            return keyset.wrapping(COMPARTMENT)
                    .decrypt(Base64.getDecoder().decode(sealed), binding(field, holder, row));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A sealed account field does not open: other keys, or changed or moved in the database.", failure);
        }
    }

    String sealText(Field field, HolderId holder, String clear) {
        return seal(field, holder, "-", clear.getBytes(StandardCharsets.UTF_8));
    }

    String openText(Field field, HolderId holder, String sealed) {
        return new String(open(field, holder, "-", sealed), StandardCharsets.UTF_8);
    }

    private static byte[] binding(Field field, HolderId holder, String row) {
        return (field.fieldId + "|" + holder.record() + "|" + row).getBytes(StandardCharsets.UTF_8);
    }

    /// Whether a value is sealed with the newest key. Tink writes the version in front: one byte 1, four bytes version.
    boolean isCurrent(String sealed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        return bytes.get() == 1 && bytes.getInt() == keyset.wrappingVersion(COMPARTMENT);
    }

    /// The value to store for a sign-in name.
    UUID nameKey(String name) {
        return newest("access.sign-in-name|" + NewAccount.normalised(name));
    }

    /// The values to look for: one per live key version.
    Collection<UUID> nameProbes(String name) {
        var text = "access.sign-in-name|" + NewAccount.normalised(name);
        return keyset.blinding().values().stream().map(prf -> prf.of(text)).toList();
    }

    int keyVersion() {
        return keyset.blindingVersion();
    }

    /// The counter of wrong attempts at one stage for a name from this network. Stages count apart: who knows the
    /// password must not wipe out the wrong codes with it.
    UUID failureKey(SignInRefused.Stage stage, UUID name, ClientNetwork network) {
        return newest("access.failure|" + stage + "|" + name + "|" + network.clear());
    }

    /// The counter of wrong attempts from this network.
    UUID failureKey(ClientNetwork network) {
        return newest("access.failure|" + network.clear());
    }

    /// The counter of wrong codes for an account from anywhere.
    UUID failureKey(UUID account) {
        return newest("access.failure|codes|" + account);
    }

    /// The network as the journal names it. Differs from day to day, so that the permanent record cannot be used to
    /// follow an address.
    UUID journalled(ClientNetwork network, LocalDate day) {
        return newest("access.network|" + day + "|" + network.clear());
    }

    private UUID newest(String text) {
        var prf = keyset.blinding().get(keyset.blindingVersion());
        if (prf == null) {
            throw new IllegalStateException("The keyset has no blinding key of its newest version.");
        }
        return prf.of(text);
    }
}
