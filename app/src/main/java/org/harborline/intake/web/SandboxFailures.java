// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Fails on request, in a sandbox only, so that a client can be tried against what goes wrong one day.
/// Every answer of a sandbox also says that it is one. A server for real reports has no such filter:
/// there the header means nothing.
final class SandboxFailures extends OncePerRequestFilter {

    /// Says how to fail.
    static final String FAIL = "Harborline-Sandbox-Fail";

    /// On every answer of a sandbox.
    static final String MODE = "Harborline-Mode";

    private static final Duration DELAY = Duration.ofSeconds(5);

    private final ApiProblems problems;

    SandboxFailures(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(MODE, "sandbox");
        String wanted = request.getHeader(FAIL);
        switch (wanted == null ? "" : wanted) {
            case "1000" ->
                problems.write(
                        request,
                        response,
                        FilingAnswer.of(WireCode.SERVER_ERROR, "Sandbox: failed as asked. Nothing was done."));
            case "429" -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                problems.write(
                        request,
                        response,
                        FilingAnswer.of(WireCode.TOO_MANY_REQUESTS, "Sandbox: slowed as asked. Nothing was done."));
            }
            case "delay" -> {
                LockSupport.parkNanos(DELAY.toNanos());
                chain.doFilter(request, response);
            }
            case "drop-answer" -> loseAnswer(request, response, chain);
            default -> chain.doFilter(request, response);
        }
    }

    /// Everything is done as without; only the answer is kept back, however long it is, and the
    /// connection closed.
    private static void loseAnswer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new ContentCachingResponseWrapper(response));
        } finally {
            CutOff.insteadOfTheAnswer(request);
        }
    }
}
