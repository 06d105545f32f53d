// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the evidence page sends: confirming a link, letting it expire, and taking both back.
@Controller
class LinkDecisionPages {

    private final LinkDecisions decisions;

    LinkDecisionPages(LinkDecisions decisions) {
        this.decisions = decisions;
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/links/{other}/confirm")
    String confirm(Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other) {
        UUID _ = decisions.confirm(actor, pair(number, other));
        return back(number, other);
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/links/{other}/confirmations/{id}/undo")
    String undo(
            Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other, @PathVariable UUID id) {
        decisions.undoConfirmation(actor, id);
        return back(number, other);
    }

    /// It ends with the day that was chosen, in UTC.
    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/links/{other}/expire")
    String expire(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable ReportNumber other,
            @RequestParam LocalDate until) {
        UUID _ = decisions.expire(
                actor,
                pair(number, other),
                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return back(number, other);
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/links/{other}/expiries/{id}/lift")
    String lift(
            Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other, @PathVariable UUID id) {
        decisions.liftExpiry(actor, id);
        return back(number, other);
    }

    private static String back(ReportNumber number, ReportNumber other) {
        return "redirect:/reports/" + number + "/links/" + other;
    }

    private static ReportPair pair(ReportNumber number, ReportNumber other) {
        if (number.equals(other)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return ReportPair.of(number, other);
    }
}
