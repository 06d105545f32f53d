// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import org.harborline.intake.IncidentType;
import org.harborline.intake.completeness.RubricPart;
import org.harborline.intake.completeness.Rubrics;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The published rubric, open to everybody: what counts, how much, and why.
@Controller
class RubricPages {

    static final String PATH = "/developers/completeness";

    @GetMapping(PATH)
    String rubric(Model model) {
        model.addAttribute("rubric", Rubrics.current());
        model.addAttribute("parts", RubricPart.values());
        model.addAttribute("types", IncidentType.values());
        model.addAttribute("kinds", IncidentType.values().length);
        return "intake/rubric";
    }
}
