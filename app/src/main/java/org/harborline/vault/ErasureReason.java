// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import java.util.Locale;
import org.harborline.platform.Code;

/// Why a record is erased.
public enum ErasureReason {
    /// The operator's schedule for this kind of record is over.
    RETENTION_OVER,
    /// A court or an authority ordered it.
    ORDERED,
    /// A person asked for the erasure of their data, and the request was granted.
    REQUEST_GRANTED,
    /// It should never have been filed here.
    FILED_IN_ERROR;

    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
