// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.referral.Referrals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// For whoever runs the installation: what cannot be made or sent.
@Controller
class FailingWorkPage {

    private final Referrals referrals;

    FailingWorkPage(Referrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/operator/packages")
    @Requires(Permission.OPERATE)
    String failing(Actor actor, Model model) {
        model.addAttribute("failing", referrals.failing(actor));
        return "referral/failing";
    }
}
