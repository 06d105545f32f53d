// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.Arrays;

/// Describes a failure by its kind and place. Messages are left out: they may quote a value.
final class Failure {

    private Failure() {}

    static String where(Throwable failure) {
        String place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.harborline."))
                .filter(frame -> !frame.getClassName().startsWith("org.harborline.journal."))
                .findFirst()
                .map(frame -> " at " + simple(frame.getClassName()) + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .orElse("");
        return failure.getClass().getSimpleName() + place;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
