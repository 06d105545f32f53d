// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;

/// A document of a provider as it came, unread.
public final class SentDocument {

    private final String senderName;
    private final byte[] bytes;
    private final @Nullable String charset;
    private final boolean lenient;
    private final @Nullable ServiceId service;

    /// A document.
    ///
    /// @param senderName the sender's display name at this time
    /// @param bytes handed over, not copied: documents are large
    /// @param charset what the transport said about the encoding
    public SentDocument(String senderName, byte[] bytes, @Nullable String charset) {
        this(senderName, bytes, charset, false, null);
    }

    /// A document of a sender who may be read leniently.
    ///
    /// @param lenient puts elements in order and keeps those that the schema does not know
    /// @param service the one it is sent for; absent when that is not known
    public SentDocument(
            String senderName, byte[] bytes, @Nullable String charset, boolean lenient, @Nullable ServiceId service) {
        this.senderName = senderName;
        this.bytes = bytes;
        this.charset = charset;
        this.lenient = lenient;
        this.service = service;
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

    public boolean lenient() {
        return lenient;
    }

    public @Nullable ServiceId service() {
        return service;
    }

    @Override
    public String toString() {
        return "SentDocument(" + bytes.length + " bytes)";
    }
}
