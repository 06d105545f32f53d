// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Receipt;
import org.harborline.intake.Receipts;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The receipt of a report as a signed file, for machines: the same as on the pages, for ever. Until a root covers the
/// filing, its `proof` is null and `proofFrom` says when one will.
@Controller
class ReceiptApi {

    private final Receipts receipts;
    private final ApiProblems problems;

    ReceiptApi(Receipts receipts, ApiProblems problems) {
        this.receipts = receipts;
        this.problems = problems;
    }

    @GetMapping("/api/v1/reports/{number}/receipt")
    @Requires(Permission.FILING_READ)
    void receipt(Actor actor, @PathVariable ReportNumber number, HttpServletResponse response) throws IOException {
        Optional<Receipt> receipt = receipts.of(actor, number);
        if (receipt.isEmpty()) {
            problems.write(response, FilingAnswer.of(WireCode.NO_SUCH_REPORT, "You filed no such report."), List.of());
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(receipt.get().document().getBytes(StandardCharsets.UTF_8));
    }
}
