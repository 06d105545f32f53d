// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Locale;
import org.harborline.platform.Code;

/// How a case ended where nothing can be built on the report any more: it says nothing about those it is linked with.
public enum CaseOutcome {
    NO_CRIME,
    FALSE_REPORT,
    UNFOUNDED,
    ADULT,
    WRONG_PERSON;

    /// Permanent code, such as `no-crime`.
    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
