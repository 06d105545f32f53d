// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemFormat;
import org.springframework.stereotype.Component;

/// Answers every failure at the provider interface in its own format, with the code that tells a client
/// what to do.
@Component
class WireProblems implements ProblemFormat {

    @Override
    public boolean answers(String path) {
        return path.equals("/ispws") || path.startsWith("/ispws/");
    }

    @Override
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        WireAnswers.write(response, answer(problem.type().status().value()));
    }

    static FilingAnswer answer(int status) {
        if (status >= 500) {
            return FilingAnswer.of(
                    WireCode.SERVER_ERROR, "The server failed. Try again; quote the Request-ID if it goes on.");
        }
        return switch (status) {
            case 401 ->
                FilingAnswer.of(WireCode.AUTHENTICATION_REQUIRED, "Send the user name and secret you were issued.");
            case 403 -> FilingAnswer.of(WireCode.NOT_AUTHORISED, "This credential may not do this.");
            case 404 ->
                FilingAnswer.of(WireCode.NOT_FOUND, "There is no such address, or nothing of yours at it; see /api.");
            case 429 -> FilingAnswer.of(WireCode.TOO_MANY_REQUESTS, "Too many requests. Wait a minute and try again.");
            default -> FilingAnswer.of(WireCode.INVALID_REQUEST, "The request cannot be understood; see /api.");
        };
    }
}
