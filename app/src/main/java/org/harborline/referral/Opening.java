// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

/// What came of wanting to open a referral.
public sealed interface Opening {

    /// Decided; the packages are being made.
    record Opened(ReferralId id) implements Opening {}

    /// Everything rests on one IP address: a second person has been asked to check address and time, and nothing was
    /// sent.
    record NeedsSecondPerson() implements Opening {}
}
