// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

/// What a person found when checking whether somebody reported may be a child or a victim.
public enum SafeguardingOutcome {
    /// A reported person may be a child: said first on the page and in the package.
    MAY_BE_CHILD,
    /// A reported person may be a victim: said first on the page and in the package.
    MAY_BE_VICTIM,
    /// The signs were looked at and do not hold.
    SIGNS_DO_NOT_HOLD,
    /// It cannot be told from what is known; treated as if it were so.
    CANNOT_BE_TOLD
}
