// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Arrays;
import java.util.List;
import org.harborline.intake.Filings;
import org.harborline.intake.WireCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How to file reports, for a provider's engineer. Open to everybody: it says nothing about any report.
@Controller
class ApiPages {

    private static final List<String> CALLS =
            List.of("status", "xsd", "submit", "fileinfo", "finish", "retract", "upload");

    private final Filings filings;

    ApiPages(Filings filings) {
        this.filings = filings;
    }

    @GetMapping("/api")
    String api(Model model) {
        model.addAttribute("calls", CALLS);
        model.addAttribute("codes", Arrays.asList(WireCode.values()));
        model.addAttribute("legalEffect", filings.legalEffect());
        return "intake/api";
    }
}
