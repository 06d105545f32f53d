// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Why something cannot be done at the public door.
public enum DoorProblem implements ProblemType {
    /// What the form holds does not open any more: it was left for hours, or changed.
    FORM_TOO_OLD("form-too-old", HttpStatus.GONE),
    /// The door was closed for ever by who reported.
    DOOR_CLOSED("door-closed", HttpStatus.GONE);

    private final String slug;
    private final HttpStatus status;

    DoorProblem(String slug, HttpStatus status) {
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
