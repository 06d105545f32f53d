// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// On whose word two reports are linked. Both tiers group reports for reading; neither says that people are the same.
public enum Tier {
    /// The sender named the earlier report.
    ASSERTED,
    /// An exact strong identifier is the same in both.
    EXACT,
    /// A member of staff gave the own word for it.
    CONFIRMED
}
