// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.web;

import java.util.Arrays;
import java.util.Locale;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.sandbox.Part;
import org.harborline.sandbox.SampleAgencies;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The same choice for tests that run by themselves.
@Controller
class SampleApi {

    private final SampleAgencies agencies;

    SampleApi(SampleAgencies agencies) {
        this.agencies = agencies;
    }

    @PostMapping("/api/v1/reports/{number}/sample-agencies/{part}")
    @Requires(Permission.REPORT_FILE)
    ResponseEntity<Void> play(Actor actor, @PathVariable ReportNumber number, @PathVariable String part) {
        agencies.play(actor, number, part(part));
        return ResponseEntity.accepted().build();
    }

    private static Part part(String word) {
        return Arrays.stream(Part.values())
                .filter(part -> word(part).equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
