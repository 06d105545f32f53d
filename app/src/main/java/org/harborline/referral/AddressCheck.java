// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The check by a second person of a referral that rests on one IP address.
///
/// @param askedBy who wanted to refer, as an opaque id; absent when something must follow a package by itself
/// @param checkedBy who compared address and time with what was received
public record AddressCheck(
        @Nullable String askedBy,
        Instant askedAt,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt) {

    public boolean done() {
        return checkedBy != null;
    }

    /// Whether two persons stand behind a referral that somebody opens: who checked, and who asked or else who opens.
    public boolean doneFor(String opener) {
        return checkedBy != null && (askedBy != null || !checkedBy.equals(opener));
    }
}
