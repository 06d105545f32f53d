// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

/// Why a request is at its end.
public enum ClosingReason {
    HELPED,
    /// Help elsewhere was found with them.
    REFERRED_ON,
    DECLINED,
    /// Several tries, and no answer.
    NOT_REACHED
}
