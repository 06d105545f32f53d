// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.Code;

/// Why a finding does not hold any more.
public enum WithdrawalReason {
    /// It was mistyped or misread.
    WRONG_VALUE("wrong-value"),
    /// It belongs to somebody else.
    OTHER_PERSON("other-person"),
    /// The source turned out not to be reliable.
    UNRELIABLE_SOURCE("unreliable-source"),
    /// It was recorded twice, or stands in the report itself.
    DUPLICATE("duplicate");

    private final String code;

    WithdrawalReason(String code) {
        this.code = code;
    }

    /// The word in the journal.
    public Code code() {
        return Code.of(code);
    }
}
