// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Problems of what senders are told.
public enum NoticesProblem implements ProblemType {
    /// Not https, with a user in it, or to a host that the operator has not listed.
    ADDRESS_NOT_TAKEN("webhook-address-not-taken", HttpStatus.UNPROCESSABLE_CONTENT),
    /// A rotation is under way: a third secret would shut out who still uses the first.
    SECRET_CHANGING("webhook-secret-changing", HttpStatus.CONFLICT),
    NOT_SET("webhook-not-set", HttpStatus.NOT_FOUND),
    /// A machine sent something else than what the address takes.
    REQUEST_UNCLEAR("webhook-request-unclear", HttpStatus.BAD_REQUEST),
    /// The kind of question may only be asked with a reference in law.
    BASIS_NEEDED("question-basis-needed", HttpStatus.UNPROCESSABLE_CONTENT),
    /// It was answered or withdrawn meanwhile.
    QUESTION_SETTLED("question-settled", HttpStatus.CONFLICT),
    /// A machine sent no answer that can be taken.
    ANSWER_UNCLEAR("question-answer-unclear", HttpStatus.BAD_REQUEST);

    private final String slug;
    private final HttpStatus status;

    NoticesProblem(String slug, HttpStatus status) {
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
