// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.UUID;

/// An authenticator app about to be added. Shown once.
///
/// @param secret Base32, for typing
/// @param address `otpauth` address, for the picture
public record TotpEnrolment(UUID factor, String secret, String address) {

    @Override
    public String toString() {
        return "TotpEnrolment[" + factor + "]";
    }
}
