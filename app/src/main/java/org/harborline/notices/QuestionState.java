// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

/// Where a question is. Each is in exactly one state.
public enum QuestionState {
    OPEN,
    /// Not answered in time; it still can be.
    OVERDUE,
    ANSWERED,
    /// Taken back by who asked, or its report was erased.
    WITHDRAWN;

    /// Whether its sender is still to answer.
    public boolean waits() {
        return this == OPEN || this == OVERDUE;
    }
}
