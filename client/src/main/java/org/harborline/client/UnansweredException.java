// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// No answer that settles anything came before the deadline. A report may be filed or not: send the
/// same [Filing] again later, and it is filed once.
public final class UnansweredException extends HarborlineException {

    private static final long serialVersionUID = 1L;

    /// How often it was tried.
    private final int tries;

    /// Status of the last answer; 0 when it was lost.
    private final int lastStatus;

    UnansweredException(int tries, int lastStatus, @Nullable Throwable cause) {
        super(
                "no settling answer in " + tries + (tries == 1 ? " try" : " tries")
                        + (lastStatus == 0 ? "" : "; the last was HTTP " + lastStatus),
                cause);
        this.tries = tries;
        this.lastStatus = lastStatus;
    }

    /// How often it was tried.
    ///
    /// @return 1 or more
    public int tries() {
        return tries;
    }

    /// What the last try was answered, such as 429 or 503.
    ///
    /// @return empty when its answer was lost
    public OptionalInt lastStatus() {
        return lastStatus == 0 ? OptionalInt.empty() : OptionalInt.of(lastStatus);
    }
}
