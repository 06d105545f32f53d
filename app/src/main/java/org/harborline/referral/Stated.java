// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a sender said about a yes-or-no matter. Silence is a value of its own and is never read as no.
public enum Stated {
    YES,
    NO,
    NOT_STATED;

    /// Reads an answer that may be absent.
    public static Stated of(@Nullable Boolean value) {
        if (value == null) {
            return NOT_STATED;
        }
        return value ? YES : NO;
    }

    /// The word in the JSON.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
