// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Problems of links and findings.
public enum LinkingProblem implements ProblemType {
    /// The two reports are cut already.
    ALREADY_CUT("link-already-cut", HttpStatus.CONFLICT),
    /// The cut was undone by somebody else.
    CUT_ALREADY_UNDONE("cut-already-undone", HttpStatus.CONFLICT),
    /// A link that is cut is neither confirmed nor does it expire.
    LINK_IS_CUT("link-is-cut", HttpStatus.CONFLICT),
    /// Somebody decided the same before.
    ALREADY_DECIDED("link-already-decided", HttpStatus.CONFLICT),
    /// Somebody took it back before, or its time has come.
    DECISION_OVER("link-decision-over", HttpStatus.CONFLICT),
    /// A link can only end in the future, and not too far in it.
    EXPIRY_NOT_AHEAD("link-expiry-not-ahead", HttpStatus.BAD_REQUEST),
    /// A finding is short text in neutral words; something in it is missing, too long or not text.
    FINDING_NOT_ACCEPTED("finding-not-accepted", HttpStatus.BAD_REQUEST),
    /// The report is open, retracted or expired: nothing may stand beside what was never filed.
    REPORT_NOT_FILED("finding-beside-unfiled", HttpStatus.CONFLICT),
    /// Another finding has the id that came with this one.
    FINDING_RECORDED_BEFORE("finding-recorded-before", HttpStatus.CONFLICT),
    /// Somebody withdrew the finding before.
    FINDING_ALREADY_WITHDRAWN("finding-already-withdrawn", HttpStatus.CONFLICT),
    /// Two people judge a link, each once.
    ALREADY_JUDGED("link-already-judged", HttpStatus.CONFLICT),
    /// Names and places are never compared.
    NOT_COMPARED("kind-not-compared", HttpStatus.BAD_REQUEST);

    private final String slug;
    private final HttpStatus status;

    LinkingProblem(String slug, HttpStatus status) {
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
