// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.harborline.access.AccessProblem;
import org.harborline.access.Session.Standing;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What people see who may not. Somebody unknown is asked to sign in; somebody whose second factor is missing is asked
/// for it; everybody else gets the answer for a page that does not exist.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver answers;

    Refusals(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (isFragment(request) || isForm(request)) {
            // A fragment cannot show a sign-in page, and a form would lose what was typed without a word.
            answer(request, response, PlatformProblem.SIGN_IN_NEEDED);
            return;
        }
        send(request, response, Redirects.SIGN_IN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            answer(request, response, PlatformProblem.FORM_EXPIRED);
            return;
        }
        var standing = Visitors.session().map(session -> session.standing()).orElse(Standing.COMPLETE);
        switch (standing) {
            case SECOND_FACTOR_DUE -> send(request, response, Redirects.SECOND_FACTOR);
            case ENROLMENT_DUE -> send(request, response, Redirects.OWN_ACCOUNT);
            case COMPLETE -> answer(request, response, PlatformProblem.NOT_FOUND);
        }
    }

    /// What a program is told whose credential is not for what it asks.
    void scopeMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, AccessProblem.SCOPE_MISSING);
    }

    private static boolean isFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean isForm(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        var query = request.getQueryString();
        var wanted = isForm(request) ? Redirects.START : request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect(Redirects.with(address, Redirects.own(wanted)));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ProblemType problem)
            throws IOException {
        if (answers.resolveException(request, response, null, new ProblemException(problem)) == null) {
            response.sendError(problem.status().value());
        }
    }
}
