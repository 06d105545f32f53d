// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.BatchAnswer;
import org.harborline.intake.BatchFilings;
import org.harborline.intake.BatchReceipt;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentBatch;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.web.BoundedBody.Refused;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// Batches of reports as comma-separated values, for senders whose reports come out of a table.
@Controller
class BatchApi {

    private static final String FILING = "file";

    private final BatchFilings batches;
    private final Filings wire;
    private final ApiProblems problems;
    private final JsonMapper json;

    BatchApi(BatchFilings batches, Filings wire, ApiProblems problems, JsonMapper json) {
        this.batches = batches;
        this.wire = wire;
        this.problems = problems;
        this.json = json;
    }

    /// A batch as its sender sees it.
    ///
    /// @param complete otherwise the same batch, sent again, goes on
    record Batch(
            UUID id, Instant receivedAt, int rows, long filed, long refused, boolean complete, List<Result> results) {

        static Batch of(BatchReceipt receipt) {
            long filed =
                    receipt.results().stream().filter(BatchReceipt.Row::filed).count();
            return new Batch(
                    receipt.id(),
                    receipt.receivedAt(),
                    receipt.rows(),
                    filed,
                    receipt.results().size() - filed,
                    receipt.complete(),
                    receipt.results().stream().map(Result::of).toList());
        }
    }

    /// One row.
    ///
    /// @param number of its report, or of the other one that its reference names
    record Result(
            int row,
            boolean filed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long number,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

        static Result of(BatchReceipt.Row row) {
            ReportNumber number = row.number();
            WireCode code = row.code();
            return new Result(
                    row.row(),
                    row.filed(),
                    number == null ? null : number.value(),
                    code == null
                            ? List.of()
                            : row.faults().stream()
                                    .map(fault -> Fault.of(row.row(), code, fault))
                                    .toList());
        }
    }

    /// One thing that is wrong with a row.
    record Fault(String pointer, int row, String column, int code, String sentence, String fix) {

        static Fault of(int row, WireCode code, BatchReceipt.Fault fault) {
            return new Fault(
                    "/rows/" + row + (fault.column().isEmpty() ? "" : "/" + fault.column()),
                    row,
                    fault.column(),
                    code.number(),
                    fault.sentence(),
                    code == WireCode.ALREADY_FINISHED
                            ? "Give the row a reference of its own, or send a correction of the report by POST"
                                    + " /api/v1/reports."
                            : "Mend the row and send the batch again under a new key: rows that are filed stay so and"
                                    + " are answered with their numbers.");
        }
    }

    @PostMapping("/api/v1/batches")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void file(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        byte[] csv = body(actor, request);
        String key = request.getHeader(ReportApi.KEY);
        if (key == null || !ReportApi.KEYS.matcher(key).matches()) {
            wire.notTaken(actor, new SentDocument(ReportApi.sender(request), csv, null));
            problems.write(
                    response,
                    FilingAnswer.of(
                            WireCode.INVALID_REQUEST,
                            "A batch needs the header " + ReportApi.KEY
                                    + ", 1 to 255 characters of ASCII without spaces; repeat the batch with the same."),
                    List.of());
            return;
        }
        BodyRoom.of(request).endTurn();
        var credential = ReportApi.credential(request);
        var sent = new SentBatch(credential.providerName(), csv, key, credential.service());
        if (CallLimits.isOver(request) && !batches.isUrgent(actor, sent)) {
            problems.write(response, CallLimits.refusal(request, response), List.of());
            return;
        }
        answer(batches.file(actor, sent), response);
    }

    private void answer(BatchAnswer answer, HttpServletResponse response) throws IOException {
        switch (answer) {
            case BatchAnswer.Taken taken -> {
                response.setHeader(
                        "Location", "/api/v1/batches/" + taken.receipt().id());
                if (taken.repeated()) {
                    response.setHeader("Idempotent-Replayed", "true");
                }
                write(response, 201, taken.receipt());
            }
            case BatchAnswer.Refused refused ->
                problems.write(
                        response,
                        FilingAnswer.of(
                                refused.code(), "Nothing was filed. Mend what `errors` names and send it again."),
                        refused.faults());
            case BatchAnswer.OtherBatch other ->
                problems.write(
                        response,
                        FilingAnswer.of(
                                WireCode.ALREADY_FINISHED,
                                "This " + ReportApi.KEY + " filed another batch, /api/v1/batches/" + other.earlier()
                                        + ". Nothing was filed; send this one with a key of its own."),
                        List.of());
        }
    }

    private byte[] body(Actor actor, HttpServletRequest request) throws Refused {
        try {
            byte[] body = BoundedBody.read(request, BoundedBody.REPORT);
            if (!isCsv(request.getContentType())) {
                throw new Refused("Send one table of comma-separated values in UTF-8 as text/csv.", body);
            }
            return body;
        } catch (Refused refused) {
            wire.notTaken(actor, new SentDocument(ReportApi.sender(request), refused.arrived(), null));
            throw refused;
        }
    }

    private static boolean isCsv(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/csv");
    }

    @GetMapping("/api/v1/batches/{id}")
    @Requires(Permission.FILING_READ)
    void one(Actor actor, @PathVariable String id, HttpServletResponse response) throws IOException {
        Optional<BatchReceipt> receipt = uuid(id).flatMap(known -> batches.find(actor, known));
        if (receipt.isPresent()) {
            write(response, 200, receipt.get());
        } else {
            problems.write(response, FilingAnswer.of(WireCode.NO_SUCH_REPORT, "You sent no such batch."), List.of());
        }
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void write(HttpServletResponse response, int status, BatchReceipt receipt) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), Batch.of(receipt));
    }

    /// The credential is read-only. A batch is read all the same: when something in it may ask for high
    /// priority, somebody must hear that it was refused.
    @ExceptionHandler
    void denied(
            AccessDeniedException denied, HandlerMethod meant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (meant.getMethod().getName().equals(FILING)
                && SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known) {
            wire.notTaken(known.actor(), new SentDocument(ReportApi.sender(request), ReportApi.arrived(request), null));
        }
        problems.write(
                response,
                FilingAnswer.of(WireCode.MAY_NOT_SUBMIT, "This credential is read-only: it may not submit."),
                List.of());
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        problems.write(response, refused.answer(), List.of());
    }
}
