// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Beside a cut: which corrections about the link went to whom.
@Controller
class LinkCorrections {

    private final Referrals referrals;
    private final AgencyNames names;

    LinkCorrections(Referrals referrals, AgencyNames names) {
        this.referrals = referrals;
        this.names = names;
    }

    @GetMapping("/reports/{newer}/links/{older}/panels/corrections")
    @Requires(Permission.REPORT_READ)
    String corrections(
            Actor actor,
            @PathVariable ReportNumber newer,
            @PathVariable ReportNumber older,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        List<Delivery> sent = Stream.concat(about(actor, newer, older), about(actor, older, newer))
                .sorted(Comparator.comparing(Delivery::openedAt))
                .toList();
        model.addAttribute("newer", newer);
        model.addAttribute("older", older);
        model.addAttribute("deliveries", sent);
        model.addAttribute("names", names.of(sent));
        model.addAttribute("mayFollow", actor.may(Permission.REFER));
        return "referral/corrections-panel" + (fragment == null ? "" : " :: panel");
    }

    private Stream<Delivery> about(Actor actor, ReportNumber report, ReportNumber other) {
        return referrals.ofReport(actor, report).stream()
                .filter(one -> one.kind() == PackageKind.CORRECTION && other.equals(one.concerns()));
    }
}
