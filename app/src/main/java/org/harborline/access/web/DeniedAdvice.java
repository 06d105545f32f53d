// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Lets refusals pass the renderers of problems, so that the security filters, which know whether somebody is signed
/// in, answer them.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeniedAdvice {

    @ExceptionHandler
    void pass(AccessDeniedException denied) {
        throw denied;
    }
}
