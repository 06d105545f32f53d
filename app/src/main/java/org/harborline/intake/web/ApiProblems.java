// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.harborline.intake.FiledAnswer.Fault;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemFormat;
import org.harborline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the JSON interface says when something is wrong, as RFC 9457 writes it, with the numeric code
/// of the other
/// interface: what a client does about it is the same.
@Component
class ApiProblems implements ProblemFormat {

    static final String BASE = "/api/v1";

    private static final String REQUEST_ID = "requestId";

    private final JsonMapper json;
    private final MessageSource messages;
    private final String documentation;

    ApiProblems(JsonMapper json, MessageSource messages, Settings settings) {
        this.json = json;
        this.messages = messages;
        this.documentation = page(settings);
    }

    /// A problem.
    ///
    /// @param type leads to what a client does about it
    /// @param errors each thing that is wrong, by its place
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            int code,
            @Nullable String requestId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long report,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> differences) {}

    @Override
    public boolean answers(String path) {
        return path.equals(BASE) || path.startsWith(BASE + "/");
    }

    @Override
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = problem.type().status().value();
        FilingAnswer general = WireProblems.answer(status);
        boolean ours = problem.type() instanceof PlatformProblem;
        send(
                response,
                new Problem(
                        documentation + general.code().number(),
                        ours ? title(general.code()) : text(problem, ".title"),
                        status,
                        ours ? general.description() : text(problem, ".detail"),
                        general.code().number(),
                        MDC.get(REQUEST_ID),
                        List.of(),
                        null,
                        List.of()));
    }

    /// Programs are answered in one language.
    private String text(ProblemException problem, String part) {
        return messages.getMessage(
                "problem." + problem.type().slug() + part, problem.arguments().toArray(), Locale.ENGLISH);
    }

    /// Answers in the format of the interface that was called.
    void write(HttpServletRequest request, HttpServletResponse response, FilingAnswer answer) throws IOException {
        if (answers(request.getRequestURI())) {
            write(response, answer, List.of());
        } else {
            WireAnswers.write(response, answer);
        }
    }

    void write(HttpServletResponse response, FilingAnswer answer, List<Fault> faults) throws IOException {
        send(response, problem(answer.code(), answer.code().status(), answer.description(), faults, null, List.of()));
    }

    /// A call that would name what is named otherwise.
    void conflict(HttpServletResponse response, String detail, long report, List<String> differences)
            throws IOException {
        send(response, problem(WireCode.ALREADY_FINISHED, 409, detail, List.of(), report, differences));
    }

    private Problem problem(
            WireCode code,
            int status,
            String detail,
            List<Fault> faults,
            @Nullable Long report,
            List<String> differences) {
        return new Problem(
                documentation + code.number(),
                title(code),
                status,
                detail,
                code.number(),
                MDC.get(REQUEST_ID),
                faults,
                report,
                differences);
    }

    /// Where a problem is explained, up to its code.
    static String page(Settings settings) {
        return settings.publicUrl() + DeveloperPages.PATH + "#code-";
    }

    static String title(WireCode code) {
        return switch (code) {
            case SUCCESS -> "Done";
            case SERVER_ERROR -> "The server failed";
            case NOT_FOUND -> "There is no such address";
            case TOO_MANY_REQUESTS -> "Too many requests";
            case AUTHENTICATION_REQUIRED -> "Who are you?";
            case NOT_AUTHORISED, MAY_NOT_SUBMIT, MAY_NOT_UPDATE -> "This credential may not do this";
            case INVALID_REQUEST, MALFORMED_XML, MALFORMED_FILE -> "The request cannot be understood";
            case VALIDATION_FAILED -> "The report cannot be taken as it is";
            case NO_SUCH_REPORT -> "There is no such report";
            case ALREADY_RETRACTED, ALREADY_FINISHED -> "It is filed already";
        };
    }

    private void send(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
