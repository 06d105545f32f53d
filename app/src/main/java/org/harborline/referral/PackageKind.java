// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

/// What a package is to its recipient.
public enum PackageKind {
    /// The first package about a report.
    REFERRAL,
    /// A later report or finding that belongs to an open referral.
    SUPPLEMENT,
    /// A supplement about danger now; it must be acknowledged by itself.
    URGENT_SUPPLEMENT,
    /// Something in an earlier package no longer holds: a link was withdrawn, or a person decided otherwise.
    CORRECTION
}
