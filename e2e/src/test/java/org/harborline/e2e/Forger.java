// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Signs packages with a key of their own, as somebody would who wants to pass for the clearinghouse. Made of nothing
/// that the product is made of, so that both would have to be wrong in the same way.
final class Forger {

    private static final int SIGNATURE_CHARACTERS = 128;
    private static final int KEY_BYTES = 32;

    private final KeyPair keys;

    Forger() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /// The same package with this forger's signature in place of the true one.
    byte[] signAgain(byte[] file) throws GeneralSecurityException {
        byte[] signed = Arrays.copyOf(file, file.length - SIGNATURE_CHARACTERS);
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(keys.getPrivate());
        signer.update(signed);
        byte[] signature = HexFormat.of().formatHex(signer.sign()).getBytes(StandardCharsets.US_ASCII);
        byte[] forged = Arrays.copyOf(signed, file.length);
        System.arraycopy(signature, 0, forged, signed.length, signature.length);
        return forged;
    }

    /// The key to these signatures, in the form in which an installation publishes its own.
    String publicKey() {
        byte[] encoded = keys.getPublic().getEncoded();
        // field 2 of the message, 32 bytes
        byte[] value = new byte[2 + KEY_BYTES];
        value[0] = 0x12;
        value[1] = KEY_BYTES;
        System.arraycopy(encoded, encoded.length - KEY_BYTES, value, 2, KEY_BYTES);
        return """
                {"primaryKeyId":1,"key":[{"keyData":{
                  "typeUrl":"type.googleapis.com/google.crypto.tink.Ed25519PublicKey",
                  "value":"%s","keyMaterialType":"ASYMMETRIC_PUBLIC"},
                  "status":"ENABLED","keyId":1,"outputPrefixType":"RAW"}]}""".formatted(Base64.getEncoder().encodeToString(value));
    }
}
