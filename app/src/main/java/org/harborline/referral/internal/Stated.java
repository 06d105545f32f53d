// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a sender said about a yes-or-no matter. Silence is a value of its own and is never read as no.
enum Stated {
    YES,
    NO,
    NOT_STATED;

    static Stated of(@Nullable Boolean value) {
        if (value == null) {
            return NOT_STATED;
        }
        return value ? YES : NO;
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
