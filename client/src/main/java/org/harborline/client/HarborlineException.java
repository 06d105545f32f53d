// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import org.jspecify.annotations.Nullable;

/// The clearinghouse did not do what was asked of it, or nobody knows.
public abstract sealed class HarborlineException extends Exception permits ProblemException, UnansweredException {

    private static final long serialVersionUID = 1L;

    HarborlineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
