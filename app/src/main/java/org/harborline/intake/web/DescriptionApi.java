// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/// Describes the JSON interface, open to everybody, and answers whatever it does not describe.
@Controller
class DescriptionApi {

    static final String PATH = ApiProblems.BASE + "/openapi.json";

    private final ApiDocument document;
    private final ApiProblems problems;
    private final JsonMapper json;

    DescriptionApi(ApiDocument document, ApiProblems problems, JsonMapper json) {
        this.document = document;
        this.problems = problems;
        this.json = json;
    }

    @GetMapping(PATH)
    void describe(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        response.getOutputStream().write(json.writeValueAsBytes(document.tree()));
    }

    /// Everything else below the base.
    @RequestMapping({ApiProblems.BASE, ApiProblems.BASE + "/**"})
    @Requires(Permission.FILING_READ)
    void other(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> methods = document.methods(request.getRequestURI());
        if (methods.isEmpty()) {
            problems.write(
                    response,
                    FilingAnswer.of(WireCode.NOT_FOUND, "There is no such address; see /developers."),
                    List.of());
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            problems.write(
                    response,
                    FilingAnswer.of(
                            WireCode.INVALID_REQUEST, "This address takes " + String.join(" and ", methods) + "."),
                    List.of());
        }
    }
}
