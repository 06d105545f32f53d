// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.UUID;

/// One decision to refer a report to one or several agencies.
public record ReferralId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
