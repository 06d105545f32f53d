// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// Where a company stands with us. It says what its senders are told and what staff see beside its reports. It never
/// decides whether a report is taken: the duty to report does not wait for us.
public enum Standing {
    /// It says who it is, and nobody has checked. It files by hand.
    UNVERIFIED,
    /// Everything was checked and two people agreed.
    VERIFIED,
    /// It has also shown that its client works, and files by machine.
    LIVE,
    /// Somebody doubts it. No credential is made, and every report says so.
    SUSPENDED
}
