// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// The last word on every exception of a handler. What a controller handles itself never comes here; what security
/// decides is left to its filters.
final class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Supplier<ProblemWriter> writer;

    /// Makes the resolver.
    ///
    /// @param writer asked for late, because it needs the views that this is made for
    ProblemResolver(Supplier<ProblemWriter> writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null;
        }
        ProblemException problem = Problems.of(failure);
        if (problem.type() == PlatformProblem.FAULT || problem.type() == PlatformProblem.UNAVAILABLE) {
            LOG.error("{}: {}", problem.type().slug(), Traces.of(failure));
        }
        if (failure instanceof ErrorResponse answered && !response.isCommitted()) {
            // such as Allow: the methods there are
            answered.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        try {
            writer.get().write(problem, request, response);
        } catch (IOException gone) {
            LOG.debug(
                    "nobody was there any more to be answered: {}",
                    gone.getClass().getName());
        }
        return new ModelAndView();
    }
}
