// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The check by a second person of a referral that rests on one IP address.
///
/// @param askedBy who wanted to refer, as an opaque id
/// @param checkedBy who compared address and time with what was received
public record AddressCheck(
        String askedBy,
        Instant askedAt,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt) {

    public boolean done() {
        return checkedBy != null;
    }
}
