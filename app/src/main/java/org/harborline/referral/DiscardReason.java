// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

/// Why a held package is given up.
public enum DiscardReason {
    /// What it rests on will not hold again.
    HOLDS_NO_MORE,
    /// The agency knows it in another way.
    AGENCY_KNOWS,
    /// The agency does not exist any more, or will not receive again.
    AGENCY_GONE,
    OTHER
}
