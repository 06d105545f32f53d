// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.Code;

/// Why an analyst cuts a link.
public enum CutReason {
    /// The identifier is used by several people: a family, a workplace, a public place.
    SHARED("shared"),
    /// The identifier changed hands between the two reports.
    RECYCLED("recycled"),
    /// One of the two values was mistyped or misread.
    WRONG_VALUE("wrong-value"),
    /// The two concern different people for another reason.
    DIFFERENT_PEOPLE("different-people");

    private final String code;

    CutReason(String code) {
        this.code = code;
    }

    /// The word in the journal.
    public Code code() {
        return Code.of(code);
    }
}
