// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Gives every request an id of ours, in the answer's `Request-ID`, in each log line and in the journal, and logs what
/// was asked for by the pattern of its address: no value, no network address.
final class RequestIds extends OncePerRequestFilter {

    static final String HEADER = "Request-ID";

    private static final String KEY = "requestId";
    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Logger LOG = LoggerFactory.getLogger(RequestIds.class);

    /// The id of this request; null before the filter has seen it.
    static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    /// The path that was asked for, also when the container has sent the request on to its page for errors.
    static String originalPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = of(request);
        if (id == null) {
            id = UUID.randomUUID().toString();
            request.setAttribute(ATTRIBUTE, id);
        }
        response.setHeader(HEADER, id);
        long start = System.nanoTime();
        try (var _ = MDC.putCloseable(KEY, id)) {
            pass(request, response, chain);
            log(request, response, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /// Keeps failures of filters from the container, which would log their messages.
    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            LOG.debug("the connection ended: {}", gone.getClass().getName());
        } catch (ServletException | RuntimeException failure) {
            LOG.error("fault outside of a handler: {}", Traces.of(failure));
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    private static void log(HttpServletRequest request, HttpServletResponse response, long milliseconds) {
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.info("{} {} {} {} ms", method, pattern == null ? "-" : pattern, response.getStatus(), milliseconds);
    }
}
