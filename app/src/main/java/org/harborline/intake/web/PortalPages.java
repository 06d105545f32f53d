// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.UUID;
import org.harborline.intake.OwnReports;
import org.harborline.intake.Preservations;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where people of a reporting company arrive: where the company stands and what is to be done next.
@Controller
class PortalPages {

    private static final int SHOWN = 20;

    private final Organisations organisations;
    private final OwnReports reports;
    private final Preservations preservations;

    PortalPages(Organisations organisations, OwnReports reports, Preservations preservations) {
        this.preservations = preservations;
        this.organisations = organisations;
        this.reports = reports;
    }

    @GetMapping("/provider")
    @Requires(Permission.COMPANY_READ)
    String home(Actor actor, Model model) {
        model.addAttribute("provider", company(organisations, actor));
        model.addAttribute("unfinished", reports.unfinished(actor, SHOWN));
        model.addAttribute("ending", preservations.countEnding(actor));
        model.addAttribute("mayFile", actor.may(Permission.REPORT_FILE));
        model.addAttribute("mayKeep", actor.may(Permission.COMPANY_KEEP));
        return "intake/portal";
    }

    /// The company that somebody in the portal acts for.
    static Provider company(Organisations organisations, Actor actor) {
        RecordRef party = actor.party();
        if (party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return organisations
                .findProvider(actor, new ProviderId(UUID.fromString(party.id())))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }
}
