// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Refusals of the support desk.
public enum SupportProblem implements ProblemType {
    /// Nobody is at the desk at any hour of the week.
    NOT_STAFFED("support-not-staffed", HttpStatus.CONFLICT),
    /// Somebody in the household could notice: nothing goes out.
    NOT_SAFE("support-not-safe", HttpStatus.CONFLICT),
    TAKEN_BY_ANOTHER("support-taken-by-another", HttpStatus.CONFLICT),
    CLOSED("support-closed", HttpStatus.CONFLICT),
    /// The hours of the desk cannot be read.
    HOURS("support-hours", HttpStatus.BAD_REQUEST),
    /// Too many tries from one network in a short time.
    SLOW_DOWN("support-slow-down", HttpStatus.TOO_MANY_REQUESTS);

    private final String slug;
    private final HttpStatus status;

    SupportProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
