// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.NightCalls;
import org.harborline.referral.Referrals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where somebody on duty says that an agency was told. Who does so may often not refer, so the way back is the
/// report.
@Controller
class NightCallPages {

    private final NightCalls calls;
    private final Referrals referrals;

    NightCallPages(NightCalls calls, Referrals referrals) {
        this.calls = calls;
        this.referrals = referrals;
    }

    @PostMapping("/referrals/{id}/told")
    @Requires(Permission.PAGE_ACKNOWLEDGE)
    String told(Actor actor, @PathVariable UUID id) {
        var delivery = new DeliveryId(id);
        calls.told(actor, delivery);
        return "redirect:/reports/" + referrals.get(actor, delivery).report();
    }
}
