// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server or a command will not start, for a reason the operator can mend. The message is one clear sentence; it is
/// printed alone.
public final class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The refusal that is behind a failure, if one is.
    public static Optional<StartRefused> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
