// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.web;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.sandbox.Part;
import org.harborline.sandbox.SampleAgencies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an engineer chooses which invented agency gets a report, in a sandbox.
@Controller
class SamplePages {

    private final SampleAgencies agencies;

    SamplePages(SampleAgencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping("/provider/reports/{number}/sample-agency")
    @Requires(Permission.REPORT_FILE)
    String show(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam(defaultValue = "false") boolean playing,
            Model model) {
        if (!agencies.offered(actor, number)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        model.addAttribute("report", number);
        model.addAttribute("playing", playing);
        model.addAttribute("parts", Part.values());
        return "sandbox/sample-agency";
    }

    @PostMapping("/provider/reports/{number}/sample-agency")
    @Requires(Permission.REPORT_FILE)
    String play(Actor actor, @PathVariable ReportNumber number, @RequestParam Part part) {
        agencies.play(actor, number, part);
        return "redirect:/provider/reports/" + number + "/sample-agency?playing=true";
    }
}
