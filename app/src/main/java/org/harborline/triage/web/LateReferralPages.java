// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.List;
import java.util.Objects;
import org.harborline.access.Accounts;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.triage.LateReferral;
import org.harborline.triage.LateReferrals;
import org.harborline.triage.Worklists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was to be referred by now, and who sees to it. Open to everybody on duty, who need not be
/// allowed to refer.
@Controller
class LateReferralPages {

    private final LateReferrals late;
    private final Worklists worklists;
    private final Accounts accounts;

    LateReferralPages(LateReferrals late, Worklists worklists, Accounts accounts) {
        this.late = late;
        this.worklists = worklists;
        this.accounts = accounts;
    }

    @GetMapping("/worklist/late-referrals")
    @Requires(Permission.WORKLIST_USE)
    String list(Actor actor, Model model) {
        List<LateReferral> reports = late.list(actor);
        model.addAttribute("reports", reports);
        model.addAttribute(
                "open",
                reports.stream()
                        .filter(one -> one.acknowledgedAt() == null)
                        .map(one -> one.report().value())
                        .toList());
        model.addAttribute(
                "names",
                accounts.names(
                        actor,
                        reports.stream()
                                .map(LateReferral::acknowledgedBy)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
        model.addAttribute("mayAcknowledge", actor.may(Permission.PAGE_ACKNOWLEDGE));
        model.addAttribute("nobodyReached", !worklists.somebodyCanBePaged());
        return "triage/late";
    }

    /// Takes what the page showed: what came since was seen by nobody.
    @PostMapping("/worklist/late-referrals")
    @Requires(Permission.PAGE_ACKNOWLEDGE)
    String acknowledge(Actor actor, @RequestParam List<Long> report) {
        late.acknowledge(actor, report.stream().map(WorklistPages::number).toList());
        return "redirect:/worklist/late-referrals";
    }
}
