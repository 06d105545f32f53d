// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.harborline.intake.BatchColumn;
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

    /// What a call to the JSON interface is made of.
    private static final List<String> PARTS = List.of("report", "items", "basis", "reference", "relation", "key");

    private static final Map<String, String> JSON_CALLS = ImmutableMap.of(
            "file", "POST /api/v1/reports",
            "one", "GET /api/v1/reports/NUMBER",
            "reference", "GET /api/v1/reports?reference=YOURS",
            "list", "GET /api/v1/reports?after=NUMBER",
            "batch", "POST /api/v1/batches",
            "results", "GET /api/v1/batches/ID");

    private final Filings filings;

    ApiPages(Filings filings) {
        this.filings = filings;
    }

    @GetMapping("/api")
    String api(Model model) {
        model.addAttribute("calls", CALLS);
        model.addAttribute("parts", PARTS);
        model.addAttribute("jsonCalls", JSON_CALLS);
        model.addAttribute("columns", BatchColumn.values());
        model.addAttribute("codes", Arrays.asList(WireCode.values()));
        model.addAttribute("legalEffect", filings.legalEffect());
        return "intake/api";
    }
}
