// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import org.harborline.platform.StartRefused;
import org.springframework.boot.SpringBootExceptionReporter;

/// Prints the one sentence of a refused start instead of a stack trace.
public final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return StartRefused.in(failure)
                .map(refused -> {
                    System.err.println(refused.getMessage());
                    return true;
                })
                .orElse(false);
    }
}
