// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import org.harborline.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;

/// Prints the one sentence of a refused start instead of a stack trace.
public final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                System.err.println(cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
