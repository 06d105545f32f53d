// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;

/// Why a package is given up that has not reached its agency.
public enum DiscardReason {
    /// What it rests on will not hold again.
    HOLDS_NO_MORE,
    /// The agency knows it in another way.
    AGENCY_KNOWS,
    /// The agency does not exist any more, or will not receive again.
    AGENCY_GONE,
    OTHER,
    /// The agency gave back what it belongs to. No person says this: such a package is given up by itself.
    AGENCY_RETURNED;

    /// Those that a person can choose.
    public static List<DiscardReason> ofPeople() {
        return List.of(HOLDS_NO_MORE, AGENCY_KNOWS, AGENCY_GONE, OTHER);
    }
}
