// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.harborline.intake.FiledAnswer;
import org.harborline.intake.FiledPage;
import org.harborline.intake.FiledReceipt;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.OneCallFilings;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentDocument;
import org.harborline.intake.SentFiling;
import org.harborline.intake.WireCode;
import org.harborline.intake.outward.OutwardCodes;
import org.harborline.intake.web.BoundedBody.Refused;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.registry.ProviderCredential;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// The JSON interface for providers: a whole report in one call, and what became of it.
@Controller
class ReportApi {

    static final String KEY = "Idempotency-Key";

    static final Pattern KEYS = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int PAGE = 100;
    private static final String FILING = "file";

    private final OneCallFilings filings;
    private final Filings wire;
    private final ObjectProvider<OutwardCodes> outward;
    private final ApiProblems problems;
    private final JsonMapper json;

    ReportApi(
            OneCallFilings filings,
            Filings wire,
            ObjectProvider<OutwardCodes> outward,
            ApiProblems problems,
            JsonMapper json) {
        this.filings = filings;
        this.wire = wire;
        this.outward = outward;
        this.problems = problems;
        this.json = json;
    }

    /// A report as its sender sees it.
    ///
    /// @param completeness how much of what agencies need it states
    /// @param leftOut how many values of kinds that are never kept were left out
    /// @param notes how the report was read, said once: when it is filed
    record Receipt(
            long number,
            String state,
            Instant filedAt,
            Instant preservedUntil,
            String legalEffect,
            int items,
            int leftOut,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Relation relation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CompletenessAnswer completeness,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FiledAnswer.Fault> notes) {

        Receipt noted(List<FiledAnswer.Fault> said) {
            return new Receipt(
                    number,
                    state,
                    filedAt,
                    preservedUntil,
                    legalEffect,
                    items,
                    leftOut,
                    relation,
                    completeness,
                    List.copyOf(said));
        }
    }

    record Relation(String kind, long of) {}

    /// Some reports, and where to go on.
    ///
    /// @param cursor how far they go
    /// @param next the page behind it; absent when there is none yet
    record Page(
            List<Receipt> reports,
            String cursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    @PostMapping("/api/v1/reports")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void file(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        String key = request.getHeader(KEY);
        byte[] body = body(actor, request);
        if (CallLimits.isOver(request) && !wire.isUrgent(actor, new SentDocument(sender(request), body, null))) {
            problems.write(response, CallLimits.refusal(request, response), List.of());
            return;
        }
        if (key != null && !KEYS.matcher(key).matches()) {
            wire.notTaken(actor, new SentDocument(sender(request), body, null));
            problems.write(
                    response,
                    FilingAnswer.of(
                            WireCode.INVALID_REQUEST, KEY + " has 1 to 255 characters of ASCII without spaces."),
                    List.of());
            return;
        }
        answer(
                actor,
                filings.file(
                        actor,
                        new SentFiling(
                                sender(request), body, key, credential(request).service())),
                response);
    }

    private void answer(Actor actor, FiledAnswer answer, HttpServletResponse response) throws IOException {
        switch (answer) {
            case FiledAnswer.Filed filed -> {
                response.setHeader(
                        "Location", "/api/v1/reports/" + filed.receipt().number());
                if (filed.repeated()) {
                    response.setHeader("Idempotent-Replayed", "true");
                }
                write(
                        response,
                        201,
                        (filed.repeated()
                                        ? receipts(actor, List.of(filed.receipt()))
                                                .getFirst()
                                        : receipt(filed.receipt(), OutwardCodes.RECEIVED))
                                .noted(filed.notes()));
            }
            case FiledAnswer.Refused refused ->
                problems.write(
                        response,
                        FilingAnswer.of(
                                refused.code(), "Nothing was filed. Mend what `errors` names and send it again."),
                        refused.faults());
            case FiledAnswer.OtherReport other ->
                problems.conflict(
                        response,
                        "This " + KEY
                                + " filed another report. `differences` says where this one differs; send it with a"
                                + " key of its own, or as a correction.",
                        other.filed().value(),
                        other.differences());
            case FiledAnswer.ReferenceTaken taken ->
                problems.conflict(
                        response,
                        "Your reference names a report that you filed before. Send a supplement or a correction under a"
                                + " reference of its own.",
                        taken.filed().value(),
                        List.of("/reference"));
        }
    }

    private byte[] body(Actor actor, HttpServletRequest request) throws Refused {
        try {
            byte[] body = BoundedBody.read(request, BoundedBody.REPORT);
            if (!isJson(request.getContentType())) {
                throw new Refused("Send one JSON document as application/json.", body);
            }
            return body;
        } catch (Refused refused) {
            wire.notTaken(actor, new SentDocument(sender(request), refused.arrived(), null));
            throw refused;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    @GetMapping("/api/v1/reports/{number}")
    @Requires(Permission.FILING_READ)
    void one(Actor actor, @PathVariable ReportNumber number, HttpServletResponse response) throws IOException {
        found(actor, filings.find(actor, number), response);
    }

    /// By the sender's own reference, or a page of all.
    @GetMapping("/api/v1/reports")
    @Requires(Permission.FILING_READ)
    void list(
            Actor actor,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable FeedCursor after,
            HttpServletResponse response)
            throws IOException {
        if (reference != null) {
            found(actor, filings.find(actor, reference), response);
            return;
        }
        FiledPage page = filings.list(actor, after == null ? 0 : after.position(), PAGE);
        String cursor = new FeedCursor(page.last()).toString();
        write(
                response,
                200,
                new Page(
                        receipts(actor, page.receipts()),
                        cursor,
                        page.more() ? "/api/v1/reports?after=" + cursor : null));
    }

    private void found(Actor actor, Optional<FiledReceipt> receipt, HttpServletResponse response) throws IOException {
        if (receipt.isPresent()) {
            write(response, 200, receipts(actor, List.of(receipt.get())).getFirst());
        } else {
            problems.write(response, FilingAnswer.of(WireCode.NO_SUCH_REPORT, "You filed no such report."), List.of());
        }
    }

    private List<Receipt> receipts(Actor actor, List<FiledReceipt> receipts) {
        List<ReportNumber> numbers = receipts.stream().map(FiledReceipt::number).toList();
        Map<ReportNumber, Code> states = outward.stream()
                .flatMap(known -> known.of(actor, numbers).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
        return receipts.stream()
                .map(one -> receipt(one, states.getOrDefault(one.number(), OutwardCodes.RECEIVED)))
                .toList();
    }

    private Receipt receipt(FiledReceipt receipt, Code state) {
        var relation = receipt.relation();
        var related = receipt.relatedTo();
        return new Receipt(
                receipt.number().value(),
                state.value(),
                receipt.filedAt(),
                receipt.preservedUntil(),
                wire.legalEffect(),
                receipt.items(),
                receipt.dropped(),
                relation == null || related == null
                        ? null
                        : new Relation(relation.name().toLowerCase(Locale.ROOT), related.value()),
                CompletenessAnswer.of(receipt.completeness()),
                List.of());
    }

    private void write(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    /// The credential is read-only. A report is read all the same: when it asks for high priority,
    /// somebody must hear
    /// that it was refused.
    @ExceptionHandler
    void denied(
            AccessDeniedException denied, HandlerMethod meant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (meant.getMethod().getName().equals(FILING)
                && SecurityContextHolder.getContext().getAuthentication()
                        instanceof org.harborline.access.ActorAuthentication known) {
            wire.notTaken(known.actor(), new SentDocument(sender(request), arrived(request), null));
        }
        problems.write(
                response,
                FilingAnswer.of(WireCode.MAY_NOT_SUBMIT, "This credential is read-only: it may not submit."),
                List.of());
    }

    static byte[] arrived(HttpServletRequest request) {
        try {
            return BoundedBody.read(request, BoundedBody.REPORT);
        } catch (Refused refused) {
            return refused.arrived();
        }
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        problems.write(response, refused.answer(), List.of());
    }

    static String sender(HttpServletRequest request) {
        return credential(request).providerName();
    }

    static ProviderCredential credential(HttpServletRequest request) {
        if (request.getAttribute(ProviderDoor.CREDENTIAL) instanceof ProviderCredential credential) {
            return credential;
        }
        throw new IllegalStateException("the door let somebody in without a credential");
    }
}
