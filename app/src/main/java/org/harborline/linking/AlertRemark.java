// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.Code;

/// What an identifier in two roles turned out to be.
public enum AlertRemark {
    /// One person, harmed in one report and reported in the other: a child or a victim may be treated as an offender.
    SAME_PERSON("same-person"),
    /// A sender stated the person in the wrong role.
    WRONG_ROLE("wrong-role"),
    /// Several people use the identifier.
    SHARED("shared"),
    /// It cannot be told; somebody has looked all the same.
    UNCLEAR("unclear");

    private final String code;

    AlertRemark(String code) {
        this.code = code;
    }

    /// The word in the journal.
    public Code code() {
        return Code.of(code);
    }
}
