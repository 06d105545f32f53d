// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.web.BoundedBody.Refused;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.registry.ProviderCredential;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/// The provider interface, as its clients know it: every answer is XML, and its code says what to do.
@Controller
class ProviderApi {

    /// When an opened report is gone unless it is finished, on the answer that opens it.
    static final String FINISH_BY = "Finish-By";

    private static final Set<String> TEXT_TYPES = Set.of("text/xml", "application/xml", "text/plain");
    private static final Pattern MATERIAL =
            Pattern.compile("\\s*(image|video|audio|model|multipart)/", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PATHS =
            Set.of("status", "xsd", "submit", "upload", "fileinfo", "finish", "retract");
    /// Handlers of reports that are already open.
    private static final Set<String> UPDATING = Set.of("finish", "retract");

    /// The handler of reports that are not yet open.
    private static final String SUBMITTING = "submit";

    private static final FilingAnswer REFUSED = FilingAnswer.of(
            WireCode.MALFORMED_FILE,
            "Nothing is uploaded here: the material stays with the provider. File the report without it and describe"
                    + " each item with fileinfo, by your own reference.");

    private final Filings filings;
    private final UploadPolicy uploads;

    ProviderApi(Filings filings, UploadPolicy uploads) {
        this.filings = filings;
        this.uploads = uploads;
    }

    @GetMapping("/ispws/status")
    @Requires(Permission.FILING_READ)
    void status(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        filings.greeted(actor);
        WireAnswers.write(
                response,
                FilingAnswer.of(
                        WireCode.SUCCESS,
                        "Remote User : " + credential(request).providerName() + ", Remote Ip : "
                                + request.getRemoteAddr()));
    }

    @GetMapping("/ispws/xsd")
    @Requires(Permission.FILING_READ)
    void xsd(HttpServletResponse response) throws IOException {
        byte[] schema = filings.schema();
        response.setContentType("application/xml;charset=UTF-8");
        response.setContentLength(schema.length);
        response.getOutputStream().write(schema);
    }

    @PostMapping("/ispws/submit")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void submit(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        try {
            SentDocument document = document(request);
            FilingAnswer answer = isStopped(actor, document, request)
                    ? CallLimits.refusal(request, response)
                    : filings.submit(actor, document);
            CompletenessAnswer.header(response, answer.completeness());
            if (answer.finishBy() != null) {
                response.setHeader(FINISH_BY, answer.finishBy().toString());
            }
            WireAnswers.write(response, answer);
        } catch (Refused refused) {
            filings.notTaken(actor, arrived(request, refused));
            throw refused;
        }
    }

    private boolean isStopped(Actor actor, SentDocument document, HttpServletRequest request) {
        return CallLimits.isOver(request) && !filings.isUrgent(actor, document);
    }

    private boolean isStopped(Actor actor, long number, HttpServletRequest request) {
        return CallLimits.isOver(request) && !filings.isUrgent(actor, number);
    }

    private static SentDocument arrived(HttpServletRequest request, Refused refused) {
        return new SentDocument(credential(request).providerName(), refused.arrived(), null);
    }

    @PostMapping("/ispws/fileinfo")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void fileinfo(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        SentDocument document = document(request);
        WireAnswers.write(
                response,
                isStopped(actor, document, request)
                        ? CallLimits.refusal(request, response)
                        : filings.describeItem(actor, document));
    }

    /// Refuses, also beyond the limit, from the headers: nothing here reads the body, and the connector discards it. A
    /// sandbox may be told to
    /// let it pass by instead.
    @PostMapping("/ispws/upload")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void upload(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        WireAnswers.write(response, uploads == UploadPolicy.DRAIN ? drained(actor, request) : REFUSED);
    }

    /// The item is known from then on under a reference that is ours. What its sender says of it, if anything, comes
    /// after.
    private FilingAnswer drained(Actor actor, HttpServletRequest request) throws Refused {
        var upload = DrainedUpload.read(request, DrainedUpload.IN_TOTAL);
        // with a letter: a reference of digits only is taken for a number by some clients
        String reference = "f" + UUID.randomUUID().toString().replace("-", "").substring(1);
        var answer = filings.noteItem(actor, upload.report(), reference);
        return answer.code() == WireCode.SUCCESS
                ? new FilingAnswer(
                        WireCode.SUCCESS,
                        "Sandbox: %d bytes passed by and were dropped unread. A server for real reports refuses them."
                                .formatted(upload.bytes()),
                        answer.report(),
                        reference,
                        List.of())
                : answer;
    }

    @PostMapping("/ispws/finish")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void finish(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        long number = FormId.read(request);
        FilingAnswer answer = isStopped(actor, number, request)
                ? CallLimits.refusal(request, response)
                : filings.finish(actor, number);
        ReportNumber report = answer.report();
        CompletenessAnswer.header(response, answer.completeness());
        if (answer.code() == WireCode.SUCCESS && report != null) {
            WireAnswers.writeDone(response, answer, report);
        } else {
            WireAnswers.write(response, answer);
        }
    }

    @PostMapping("/ispws/retract")
    @Requires(Permission.REPORT_FILE)
    @HearsEscalations
    void retract(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        long number = FormId.read(request);
        WireAnswers.write(
                response,
                isStopped(actor, number, request)
                        ? CallLimits.refusal(request, response)
                        : filings.retract(actor, number));
    }

    /// Everything else below the base.
    @RequestMapping("/ispws/**")
    @Requires(Permission.FILING_READ)
    void other(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        boolean known = PATHS.contains(path.substring(path.lastIndexOf('/') + 1));
        WireAnswers.write(
                response,
                known
                        ? FilingAnswer.of(WireCode.INVALID_REQUEST, "This address does not take this method.")
                        : FilingAnswer.of(WireCode.NOT_FOUND, "There is no such address; see /api."));
    }

    /// The credential is read-only. Which code says so is decided by the handler that was meant, not by the address as
    /// it was written.
    ///
    /// A report is read all the same: when it asks for high priority, somebody must hear that it was refused.
    @ExceptionHandler
    void denied(
            AccessDeniedException denied, HandlerMethod meant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String handler = meant.getMethod().getName();
        if (handler.equals(SUBMITTING)
                && SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication sender) {
            filings.notTaken(sender.actor(), whatArrived(request));
        }
        WireAnswers.write(
                response,
                UPDATING.contains(handler)
                        ? FilingAnswer.of(WireCode.MAY_NOT_UPDATE, "This credential is read-only: it may not update.")
                        : FilingAnswer.of(WireCode.MAY_NOT_SUBMIT, "This credential is read-only: it may not submit."));
    }

    private SentDocument whatArrived(HttpServletRequest request) {
        try {
            return document(request);
        } catch (Refused refused) {
            return arrived(request, refused);
        }
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        WireAnswers.write(response, refused.answer());
    }

    private SentDocument document(HttpServletRequest request) throws Refused {
        String contentType = request.getContentType();
        MediaType type = contentType == null ? null : type(contentType);
        if (contentType != null && !isText(type)) {
            // Material is never read, not even to refuse it; anything else may be a report under a wrong name.
            throw new Refused(
                    "Send one XML document as text/xml, application/xml or text/plain.",
                    isMaterial(contentType) ? new byte[0] : BoundedBody.read(request, BoundedBody.REPORT));
        }
        byte[] body = BoundedBody.read(request, BoundedBody.REPORT);
        Charset charset = type == null ? null : type.getCharset();
        ProviderCredential sender = credential(request);
        return new SentDocument(
                sender.providerName(),
                body,
                charset == null ? null : charset.name(),
                sender.lenient(),
                sender.service());
    }

    private static @Nullable MediaType type(String contentType) {
        try {
            return MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }

    private static boolean isText(@Nullable MediaType type) {
        return type != null && TEXT_TYPES.contains((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
    }

    private static boolean isMaterial(String contentType) {
        return MATERIAL.matcher(contentType).lookingAt();
    }

    private static ProviderCredential credential(HttpServletRequest request) {
        if (request.getAttribute(ProviderDoor.CREDENTIAL) instanceof ProviderCredential credential) {
            return credential;
        }
        throw new IllegalStateException("the door let somebody in without a credential");
    }
}
