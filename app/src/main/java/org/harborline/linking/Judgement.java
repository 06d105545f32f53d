// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.Code;

/// What somebody says of a link that was drawn for review.
public enum Judgement {
    RIGHT("right"),
    WRONG("wrong"),
    /// It cannot be told from what both reports state.
    UNCLEAR("unclear");

    private final String code;

    Judgement(String code) {
        this.code = code;
    }

    /// The word in the journal.
    public Code code() {
        return Code.of(code);
    }
}
