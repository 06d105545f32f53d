// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;

/// A report to be filed in one call, as it came, unread.
public final class SentFiling {

    private final String senderName;
    private final byte[] json;
    private final @Nullable String key;
    private final @Nullable ServiceId service;

    /// A filing.
    ///
    /// @param senderName the sender's display name at this time
    /// @param json handed over, not copied: reports are large
    /// @param key names the filing, so that it can be repeated; absent when the sender does without
    public SentFiling(String senderName, byte[] json, @Nullable String key) {
        this(senderName, json, key, null);
    }

    /// A filing for one service.
    ///
    /// @param service absent when it is not known
    public SentFiling(String senderName, byte[] json, @Nullable String key, @Nullable ServiceId service) {
        this.senderName = senderName;
        this.json = json;
        this.key = key;
        this.service = service;
    }

    public String senderName() {
        return senderName;
    }

    public byte[] json() {
        return json;
    }

    public @Nullable String key() {
        return key;
    }

    public @Nullable ServiceId service() {
        return service;
    }

    @Override
    public String toString() {
        return "SentFiling(" + json.length + " bytes)";
    }
}
