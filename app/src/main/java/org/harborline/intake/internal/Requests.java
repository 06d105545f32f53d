// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The request that is being answered, as its `Request-ID` names it.
final class Requests {

    private Requests() {}

    static @Nullable String current() {
        return MDC.get("requestId");
    }
}
