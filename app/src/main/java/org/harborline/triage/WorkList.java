// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

/// Lists that can be paged through.
public enum WorkList {
    /// Not yet designated, held or not.
    OPEN,
    /// P1 and P2 that the table would now lower, which only a person may do.
    KEPT,
    /// Designated, and the priority rose afterwards.
    RAISED_SINCE
}
