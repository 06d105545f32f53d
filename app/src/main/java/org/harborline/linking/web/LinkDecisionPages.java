// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.LinkingProblem;
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

    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 9999;

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
        UUID _ = decisions.expire(actor, pair(number, other), endOf(until));
        return back(number, other);
    }

    /// Days that no calendar reaches cannot be reckoned with.
    private static Instant endOf(LocalDate day) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new ProblemException(LinkingProblem.EXPIRY_NOT_AHEAD);
        }
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
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
