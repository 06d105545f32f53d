// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

/// How somebody wants to be reached.
public enum ContactWay {
    /// Not at all: they come back with their words.
    COME_BACK,
    /// A call to a safe number.
    PHONE,
    /// A mail that says nothing but that there is news.
    MAIL;

    /// Whether anything of ours reaches out to them by it.
    public boolean isOutbound() {
        return this != COME_BACK;
    }
}
