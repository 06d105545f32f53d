// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Why something cannot be done with a report.
public enum IntakeProblem implements ProblemType {
    /// The report is open: its sender finishes it, takes it back or lets it expire.
    NOT_FILED("report-not-filed", HttpStatus.CONFLICT),
    /// Its sender keeps the material as long already.
    KEPT_AS_LONG("kept-as-long", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    IntakeProblem(String slug, HttpStatus status) {
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
