// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.jspecify.annotations.Nullable;

/// A report to be filed in one call, as it came, unread.
public final class SentFiling {

    private final String senderName;
    private final byte[] json;
    private final @Nullable String key;

    /// A filing.
    ///
    /// @param senderName the sender's display name at this time
    /// @param json handed over, not copied: reports are large
    /// @param key names the filing, so that it can be repeated; absent when the sender does without
    public SentFiling(String senderName, byte[] json, @Nullable String key) {
        this.senderName = senderName;
        this.json = json;
        this.key = key;
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

    @Override
    public String toString() {
        return "SentFiling(" + json.length + " bytes)";
    }
}
