// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.nio.charset.StandardCharsets;
import org.harborline.intake.Filings;
import org.harborline.intake.Receipt;
import org.harborline.intake.ReceiptVerdict;
import org.harborline.intake.Receipts;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Receipts, to be read again, taken along, and checked by anybody.
@Controller
class ReceiptPages {

    private static final String CHECK = "intake/verify-receipt";

    private final Reports reports;
    private final Receipts receipts;
    private final Filings filings;

    ReceiptPages(Reports reports, Receipts receipts, Filings filings) {
        this.reports = reports;
        this.receipts = receipts;
        this.filings = filings;
    }

    /// What the sender was told.
    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/receipt")
    String receipt(Actor actor, @PathVariable ReportNumber number, Model model) {
        model.addAttribute(
                "report",
                reports.find(actor, number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND)));
        model.addAttribute("receipt", receipts.of(actor, number).orElse(null));
        model.addAttribute("legalEffect", filings.legalEffect());
        return "intake/receipt";
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/receipt/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable ReportNumber number) {
        return download(actor, number);
    }

    /// For the sender, by the number that it was answered.
    @Requires(Permission.REPORT_FILE)
    @GetMapping("/provider/receipt/file")
    ResponseEntity<byte[]> own(Actor actor, @RequestParam ReportNumber number) {
        return download(actor, number);
    }

    private ResponseEntity<byte[]> download(Actor actor, ReportNumber number) {
        Receipt receipt = receipts.of(actor, number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(receipt.fileName())
                                .build()
                                .toString())
                .body(receipt.document().getBytes(StandardCharsets.UTF_8));
    }

    /// The public keys with which receipts and packages are checked. Anybody's; worth comparing by telephone.
    @GetMapping(path = "/verify-receipt/key.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String key() {
        return receipts.publicKey();
    }

    @GetMapping("/verify-receipt")
    String form() {
        return CHECK;
    }

    /// Computes and forgets: the text is neither kept nor shown back.
    @PostMapping("/verify-receipt")
    String verify(Actor actor, @RequestParam(defaultValue = "") String receipt, Model model) {
        switch (receipts.verify(actor, receipt)) {
            case ReceiptVerdict.Proved proved -> model.addAttribute("proved", proved);
            case ReceiptVerdict.Unproved unproved -> model.addAttribute("unproved", unproved);
            case ReceiptVerdict.Wrong wrong -> model.addAttribute("wrong", wrong);
        }
        return CHECK;
    }
}
