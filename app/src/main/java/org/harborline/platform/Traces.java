// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import org.jspecify.annotations.Nullable;

/// Where something failed, without what it was working on: the messages of exceptions often quote the value. Every log
/// line about a
/// failure goes through here.
public final class Traces {

    private static final int FRAMES = 40;
    private static final int CAUSES = 8;

    private Traces() {}

    /// The kinds and places of a failure and its causes, for a log.
    public static String of(Throwable failure) {
        var text = new StringBuilder();
        @Nullable Throwable part = failure;
        for (int depth = 0; part != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : System.lineSeparator() + "caused by ")
                    .append(part.getClass().getName());
            append(part.getStackTrace(), text);
            part = part.getCause();
        }
        return text.toString();
    }

    private static void append(StackTraceElement[] frames, StringBuilder text) {
        for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
            text.append(System.lineSeparator()).append("    at ").append(frames[at]);
        }
    }
}
