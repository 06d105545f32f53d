// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Refusals of triage.
public enum TriageProblem implements ProblemType {
    /// Somebody else works on the report.
    LEASED_BY_ANOTHER("leased-by-another", HttpStatus.CONFLICT),
    /// The report was designated; it can be designated again but is no longer on the worklist.
    ALREADY_DESIGNATED("already-designated", HttpStatus.CONFLICT),
    /// The new level is not lower, or not higher, than the present one.
    LEVEL_DOES_NOT_MOVE("level-does-not-move", HttpStatus.CONFLICT),
    /// A lowering of this report waits already.
    LOWERING_WAITS("lowering-waits", HttpStatus.CONFLICT),
    /// Reasons became known that whoever lowers has not seen.
    REASONS_CHANGED("reasons-changed", HttpStatus.CONFLICT),
    /// The webhook leads to a host that is not listed, or has no `https`.
    WEBHOOK_NOT_CALLED("webhook-not-called", HttpStatus.BAD_REQUEST),
    /// The second person must be another person.
    SECOND_PERSON_NEEDED("second-person-needed", HttpStatus.CONFLICT),
    /// A P1 is lowered by two people before it can be designated informational.
    LOWER_FIRST("lower-first", HttpStatus.CONFLICT),
    /// A report that nobody has designated, or that rose since, is not erased.
    NOT_DECIDED("report-not-decided", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    TriageProblem(String slug, HttpStatus status) {
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
