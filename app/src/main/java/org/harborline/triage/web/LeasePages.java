// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.triage.Lease;
import org.harborline.triage.Worklists;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Whose a report is at the moment. Its page sends a sign of life while somebody moves on it, not while it merely is
/// open: a page left behind keeps neither the report nor the session.
@Controller
class LeasePages {

    private final Worklists worklists;

    LeasePages(Worklists worklists) {
        this.worklists = worklists;
    }

    @GetMapping("/reports/{report}/panels/lease")
    @Requires(Permission.REPORT_READ)
    String panel(Actor actor, Model model, @PathVariable long report) {
        ReportNumber number = WorklistPages.number(report);
        Optional<Lease> lease = worklists.lease(actor, number);
        model.addAttribute("number", number.toString());
        model.addAttribute("lease", lease.orElse(null));
        model.addAttribute(
                "mine", lease.filter(held -> held.holder().equals(actor.id())).isPresent());
        return "triage/panels :: lease";
    }

    /// The button, for browsers without script and for whoever wants to be sure.
    @PostMapping("/worklist/{report}/keep")
    @Requires(Permission.WORKLIST_USE)
    String keep(Actor actor, @PathVariable long report) {
        ReportNumber number = WorklistPages.number(report);
        worklists.keep(actor, number);
        return "redirect:/reports/" + number;
    }

    /// The sign of life. When the report is no longer the actor's, the panel says so in place of an answer.
    @PostMapping(path = "/worklist/{report}/keep", headers = "HX-Request")
    @Requires(Permission.WORKLIST_USE)
    Object signOfLife(Actor actor, Model model, @PathVariable long report) {
        if (worklists.keep(actor, WorklistPages.number(report))) {
            return new ResponseEntity<Void>(HttpStatus.NO_CONTENT);
        }
        return panel(actor, model, report);
    }
}
