// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

/// Where an account stands.
public enum AccountState {
    /// A link was given out; no password yet.
    INVITED,
    ACTIVE,
    /// Cannot sign in. Kept, because the journal names its holder.
    DISABLED
}
