// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Ends calls beyond the limit before their handlers, except of those who must look first.
@Component
class LimitGate implements HandlerInterceptor {

    private final ApiProblems problems;

    LimitGate(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!CallLimits.isOver(request)
                || (handler instanceof HandlerMethod method && method.hasMethodAnnotation(HearsEscalations.class))) {
            return true;
        }
        problems.write(request, response, CallLimits.refusal(request, response));
        return false;
    }
}
