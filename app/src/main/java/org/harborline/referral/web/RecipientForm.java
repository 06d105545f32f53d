// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.ByHand;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.ReferralProblem;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// Agencies chosen on a page: proposed ones, and one by hand with a reason.
record RecipientForm(
        @Nullable List<UUID> recipient,
        @Nullable UUID other,
        ByHand.@Nullable Why why,
        @Nullable String words) {

    List<AgencyId> recipients() {
        var ids = new ArrayList<>(Objects.requireNonNullElse(recipient, List.of()));
        if (other != null) {
            ids.add(other);
        }
        if (ids.isEmpty() || ids.size() > OpenReferral.MOST) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return ids.stream().distinct().map(AgencyId::new).toList();
    }

    @Nullable
    ByHand byHand() {
        if (other == null || why == null) {
            return null;
        }
        try {
            return new ByHand(why, words);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(ReferralProblem.REASON_NEEDED);
        }
    }
}
