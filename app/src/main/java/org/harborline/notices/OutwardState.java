// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.util.Locale;
import org.harborline.platform.Code;

/// All that a sender ever learns of where its report is. In the order in which states of one moment are told.
public enum OutwardState {
    /// Filed.
    RECEIVED,
    /// A person of the clearinghouse has looked at it.
    READ,
    /// An agency can read it.
    MADE_AVAILABLE,
    /// Something is asked about it and waits for an answer.
    QUESTION,
    /// A correction that its sender filed was taken in.
    CORRECTED;

    /// The word on the wire.
    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
