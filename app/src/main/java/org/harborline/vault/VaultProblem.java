// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Problems of sealed records.
public enum VaultProblem implements ProblemType {
    RECORD_ERASED("record-erased", HttpStatus.GONE),
    ALREADY_HELD("already-held", HttpStatus.CONFLICT),
    NOT_HELD("not-held", HttpStatus.CONFLICT),
    /// A legal hold wins over every reason to erase.
    RECORD_HELD("record-held", HttpStatus.CONFLICT),
    /// A wish for this record waits for its second person.
    ERASURE_WAITS("erasure-waits", HttpStatus.CONFLICT),
    ERASURE_NEEDS_ANOTHER("erasure-needs-another-person", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    VaultProblem(String slug, HttpStatus status) {
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
