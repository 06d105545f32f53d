// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Why a referral or an answer was refused.
public enum ReferralProblem implements ProblemType {
    /// Only a report that a person designated as actionable is referred.
    NOT_ACTIONABLE("report-not-actionable", HttpStatus.CONFLICT),
    /// Somebody reported may be a child or a victim, and nobody has checked yet.
    SAFEGUARDING_NEEDED("safeguarding-check-needed", HttpStatus.CONFLICT),
    /// The agency is sample data, unconfirmed or does not exist: nothing is sent there.
    AGENCY_NOT_READY("agency-not-ready", HttpStatus.CONFLICT),
    /// An agency that routing does not propose is chosen with a reason.
    REASON_NEEDED("reason-for-agency-needed", HttpStatus.BAD_REQUEST),
    /// The agency has an open referral of this report already.
    ALREADY_REFERRED("already-referred-there", HttpStatus.CONFLICT),
    /// The one who asks for the check of an address is not the one who checks.
    SAME_PERSON("same-person-checks", HttpStatus.CONFLICT),
    /// Nobody asked for a check of this address.
    NO_CHECK_ASKED("no-check-asked", HttpStatus.CONFLICT),
    /// The package is not in a state in which this can be done.
    WRONG_STATE("delivery-in-other-state", HttpStatus.CONFLICT),
    /// An agency has not answered yet or works on the case: the report is not erased.
    STILL_OPEN("referral-still-open", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    ReferralProblem(String slug, HttpStatus status) {
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
