// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;

/// Many reports as one text of comma-separated values, as it came, unread.
public final class SentBatch {

    private final String senderName;
    private final byte[] csv;
    private final String key;
    private final @Nullable ServiceId service;

    /// A batch.
    ///
    /// @param senderName the sender's display name at this time
    /// @param csv handed over, not copied: batches are large
    /// @param key names the batch, so that it can be repeated
    /// @param service the one it is sent for; absent when it is not known
    public SentBatch(String senderName, byte[] csv, String key, @Nullable ServiceId service) {
        this.senderName = senderName;
        this.csv = csv;
        this.key = key;
        this.service = service;
    }

    public String senderName() {
        return senderName;
    }

    public byte[] csv() {
        return csv;
    }

    public String key() {
        return key;
    }

    public @Nullable ServiceId service() {
        return service;
    }

    @Override
    public String toString() {
        return "SentBatch(" + csv.length + " bytes)";
    }
}
