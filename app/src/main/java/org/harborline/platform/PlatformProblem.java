// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import org.springframework.http.HttpStatus;

/// Problems that any module can meet.
public enum PlatformProblem implements ProblemType {
    /// Does not exist, or exists and is not for this actor: the two look the same.
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    SIGN_IN_NEEDED("sign-in-needed", HttpStatus.UNAUTHORIZED),
    FORM_EXPIRED("form-expired", HttpStatus.FORBIDDEN),
    INVALID_INPUT("invalid-input", HttpStatus.BAD_REQUEST),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
    TYPE_UNSUPPORTED("type-unsupported", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /// Somebody else changed the record after this page was shown.
    CHANGED_MEANWHILE("changed-meanwhile", HttpStatus.CONFLICT),
    PURPOSE_NEEDED("purpose-needed", HttpStatus.BAD_REQUEST),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    /// A fault of ours. The text is always the same; the log line with the request id has the rest.
    FAULT("fault", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String slug;
    private final HttpStatus status;

    PlatformProblem(String slug, HttpStatus status) {
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
