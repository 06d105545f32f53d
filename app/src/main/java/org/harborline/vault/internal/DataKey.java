// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.harborline.platform.RecordRef;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;

/// A record's AES-256-GCM key in memory. Every seal is bound to field, record and row, so a value moved elsewhere does
/// not open.
final class DataKey implements RecordKey {

    private static final int LENGTH = 32;

    private final RecordRef record;
    private final byte[] key;
    private final Aead aead;

    private DataKey(RecordRef record, byte[] key) {
        this.record = record;
        this.key = key.clone();
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DataKey generate(RecordRef record, SecureRandom random) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return new DataKey(record, key);
    }

    static DataKey unwrap(RecordRef record, String compartment, String wrapped, Aead wrapping) {
        try {
            return new DataKey(
                    record, wrapping.decrypt(Base64.getDecoder().decode(wrapped), bound(record, compartment)));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the key of " + record + " does not open", wrong);
        }
    }

    String wrap(String compartment, Aead wrapping) {
        try {
            return Base64.getEncoder().encodeToString(wrapping.encrypt(key, bound(record, compartment)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bound(RecordRef record, String compartment) {
        return ("vault.record-key|" + record + "|" + compartment).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public SealedText seal(FieldId field, String row, String clear) {
        try {
            byte[] sealed = aead.encrypt(clear.getBytes(StandardCharsets.UTF_8), bound(field, row));
            return new SealedText(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String open(FieldId field, String row, SealedText sealed) {
        try {
            byte[] clear = aead.decrypt(Base64.getDecoder().decode(sealed.base64()), bound(field, row));
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "a value sealed as " + field.name() + " of " + record + " does not open: it was moved or changed",
                    wrong);
        }
    }

    private byte[] bound(FieldId field, String row) {
        return (field.name() + "|" + record + "|" + row).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "key of " + record;
    }
}
