// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.harborline.access.FreshFactor;
import org.harborline.platform.Requires;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriUtils;

/// Looks at what a handler needs before anything of the request is read or converted. Method security checks the same
/// annotation, but only after arguments were made: without this, a malformed number would be answered 400 to people who
/// must not learn that there is such a page.
@Component
class HandlerGate implements HandlerInterceptor {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;

    HandlerGate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var needed = method.getMethodAnnotation(Requires.class);
        if (needed != null && !Visitors.actor().permissions().contains(needed.value())) {
            throw new AccessDeniedException("needs " + needed.value());
        }
        loadFormToken(request);
        return fresh(request, response, method);
    }

    /// A page can be longer than the response's buffer; the cookie must be set before the first form is written.
    private static void loadFormToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            var _ = token.getToken();
        }
    }

    private boolean fresh(HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
            throws IOException {
        var needed = method.getMethodAnnotation(FreshFactor.class);
        if (needed == null
                || Visitors.session()
                        .filter(session -> session.confirmedWithin(FRESH, clock.instant()))
                        .isPresent()) {
            return true;
        }
        var back = needed.back().isEmpty() ? request.getRequestURI() : expanded(needed.back(), request);
        response.sendRedirect(Redirects.confirmAgain(back));
        return false;
    }

    private static String expanded(String back, HttpServletRequest request) {
        var expanded = back;
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            for (var variable : variables.entrySet()) {
                expanded = expanded.replace(
                        "{" + variable.getKey() + "}",
                        UriUtils.encode(String.valueOf(variable.getValue()), StandardCharsets.UTF_8));
            }
        }
        return expanded;
    }
}
