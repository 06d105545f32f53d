// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.jspecify.annotations.Nullable;

/// A document of a provider as it came, unread.
public final class SentDocument {

    private final String senderName;
    private final byte[] bytes;
    private final @Nullable String charset;

    /// A document.
    ///
    /// @param senderName the sender's display name at this time
    /// @param bytes handed over, not copied: documents are large
    /// @param charset what the transport said about the encoding
    public SentDocument(String senderName, byte[] bytes, @Nullable String charset) {
        this.senderName = senderName;
        this.bytes = bytes;
        this.charset = charset;
    }

    public String senderName() {
        return senderName;
    }

    public byte[] bytes() {
        return bytes;
    }

    public @Nullable String charset() {
        return charset;
    }

    @Override
    public String toString() {
        return "SentDocument(" + bytes.length + " bytes)";
    }
}
