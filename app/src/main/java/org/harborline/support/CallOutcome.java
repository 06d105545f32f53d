// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

/// What came of a call. What was said is not in it.
public enum CallOutcome {
    REACHED,
    NO_ANSWER,
    /// They asked for another time.
    LATER,
    /// Somebody else answered, or they could not speak: nothing goes out from then on.
    NOT_SAFE
}
