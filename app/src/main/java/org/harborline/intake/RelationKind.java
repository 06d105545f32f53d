// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// How a report belongs to an earlier one of the same sender. Neither changes the earlier one.
public enum RelationKind {
    /// It says more.
    SUPPLEMENT,
    /// It says that something was wrong.
    CORRECTION
}
