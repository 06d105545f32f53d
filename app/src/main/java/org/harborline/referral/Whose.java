// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

/// Whose place points at an agency.
public enum Whose {
    REPORTED_PERSON,
    CHILD,
    BOTH,
    /// Nobody's place is known.
    NOBODY
}
