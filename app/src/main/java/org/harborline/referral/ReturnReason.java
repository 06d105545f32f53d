// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.Locale;
import org.harborline.platform.Code;

/// Why a package is not for this agency.
public enum ReturnReason {
    /// The place lies outside its area.
    WRONG_PLACE,
    /// It has no power over such matters.
    NO_JURISDICTION,
    /// Another agency works on this already.
    OTHER_AGENCY_WORKS_ON_IT,
    /// It has this from another source.
    DUPLICATE,
    /// The file cannot be opened or does not verify.
    UNREADABLE,
    OTHER;

    /// Whether it says that the report is not theirs, and not only that this one file is of no use to them.
    public boolean isOfTheReport() {
        return this != UNREADABLE;
    }

    /// The word in the journal.
    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
