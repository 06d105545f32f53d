// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// On what a sender says whether it viewed an item. As stated, never inferred: it decides what an
/// agency may open.
public enum ViewingBasis {
    /// A person at the company viewed this very item.
    VIEWED_BY_PERSON,
    /// It matched something known; nobody viewed it.
    MATCH_ONLY,
    /// A program judged it; nobody viewed it.
    CLASSIFIER_ONLY,
    /// A user reported it; nobody viewed it.
    USER_REPORT_ONLY,
    /// The sender says that it does not know.
    UNKNOWN
}
