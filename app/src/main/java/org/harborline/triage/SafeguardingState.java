// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

/// Whether the possible-child check stands in the way of a referral.
public enum SafeguardingState {
    /// Nothing points to a child or victim among the persons reported, and nobody said so.
    NOT_NEEDED,
    /// Something does; a referral waits for the check.
    NEEDED,
    /// A person checked.
    DONE
}
