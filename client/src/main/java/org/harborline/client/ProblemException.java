// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The clearinghouse refused, and says why (RFC 9457). The same call would be refused again.
public sealed class ProblemException extends HarborlineException
        permits ConflictException, CredentialException, RefusedException {

    private static final long serialVersionUID = 1L;

    /// Stands for an answer without a code, as something between you and the clearinghouse gives it.
    public static final int NO_CODE = -1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.message(), null);
        this.problem = problem;
    }

    /// One thing that is wrong.
    ///
    /// @param pointer to the place in the body, as RFC 6901 writes it; empty for the whole
    /// @param sentence what is wrong and what to do
    /// @param fix what to do, where it is said apart; empty otherwise
    public record Fault(String pointer, String sentence, String fix) {}

    /// What was said. Names places and limits, never what you sent.
    record Problem(
            int status,
            int code,
            String type,
            String title,
            String detail,
            String fix,
            String requestId,
            List<Fault> faults,
            long report,
            List<String> differences) {

        static Problem read(int status, String body) {
            Map<String, @Nullable Object> said;
            try {
                said = Json.object(Json.read(body));
            } catch (IllegalArgumentException noJson) {
                said = Map.of();
            }
            return new Problem(
                    status,
                    (int) Json.number(said.get("code"), NO_CODE),
                    Json.string(said.get("type")),
                    Json.string(said.get("title")),
                    Json.string(said.get("detail")),
                    Json.string(said.get("fix")),
                    Json.string(said.get("requestId")),
                    Json.list(said.get("errors")).stream()
                            .map(ProblemException::fault)
                            .toList(),
                    Json.number(said.get("report"), 0),
                    Json.list(said.get("differences")).stream()
                            .map(Json::string)
                            .toList());
        }

        private String message() {
            var message = new StringBuilder("HTTP " + status);
            if (code != NO_CODE) {
                message.append(", code ").append(code).append(": ").append(title);
            }
            faults.forEach(fault ->
                    message.append("; ").append(fault.pointer()).append(' ').append(fault.sentence()));
            return message.toString();
        }

        ProblemException exception() {
            return switch (status) {
                case 409 -> new ConflictException(this);
                case 401, 403 -> new CredentialException(this);
                case 400, 413, 415, 422 -> new RefusedException(this);
                default -> new ProblemException(this);
            };
        }
    }

    private static Fault fault(@Nullable Object error) {
        Map<String, @Nullable Object> said = Json.object(error);
        return new Fault(
                Json.string(said.get("pointer")), Json.string(said.get("sentence")), Json.string(said.get("fix")));
    }

    /// The status of HTTP.
    ///
    /// @return such as 400
    public int status() {
        return problem.status();
    }

    /// What a client does about it, as the table of codes says.
    ///
    /// @return the code of the interface, or [#NO_CODE]
    public int code() {
        return problem.code();
    }

    /// Leads to that table.
    ///
    /// @return an address; empty without a code
    public String type() {
        return problem.type();
    }

    /// What happened.
    ///
    /// @return one sentence
    public String detail() {
        return problem.detail();
    }

    /// What to do about it, where it is said apart.
    ///
    /// @return one sentence, or nothing
    public String fix() {
        return problem.fix();
    }

    /// What to quote when you ask about it.
    ///
    /// @return empty without a code
    public String requestId() {
        return problem.requestId();
    }

    /// Each thing that is wrong, by its place.
    ///
    /// @return empty when it is not about places
    public List<Fault> faults() {
        return problem.faults();
    }

    /// What was said.
    ///
    /// @return all of it
    Problem problem() {
        return problem;
    }
}
