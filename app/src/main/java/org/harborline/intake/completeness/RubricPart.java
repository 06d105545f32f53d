// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import java.util.Locale;

/// The six parts of a report.
public enum RubricPart {
    WHO,
    WHAT,
    WHERE,
    WHEN,
    HOW_KNOWN,
    CONTEXT;

    /// As senders read it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
