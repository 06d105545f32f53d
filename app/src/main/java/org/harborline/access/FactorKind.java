// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

/// How a second factor is given.
public enum FactorKind {
    /// Six digits from an app, RFC 6238.
    TOTP,
    /// A key on the holder's device that knows the holder by PIN, finger or face.
    PASSKEY,
    /// One of the codes printed for the day the phone is lost.
    RECOVERY_CODE
}
