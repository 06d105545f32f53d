// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

/// Text that only the vault can open. Base64 of ciphertext; safe to store, useless to read.
public record SealedText(String base64) {

    @Override
    public String toString() {
        return "sealed(" + base64.length() + ")";
    }
}
