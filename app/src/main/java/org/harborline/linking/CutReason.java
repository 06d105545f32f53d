// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
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
    DIFFERENT_PEOPLE("different-people"),
    /// The time that somebody set for the link is over.
    EXPIRED("expired");

    private final String code;

    CutReason(String code) {
        this.code = code;
    }

    /// Those that a person chooses from.
    public static List<CutReason> ofPeople() {
        return List.of(SHARED, RECYCLED, WRONG_VALUE, DIFFERENT_PEOPLE);
    }

    /// The word in the journal.
    public Code code() {
        return Code.of(code);
    }
}
