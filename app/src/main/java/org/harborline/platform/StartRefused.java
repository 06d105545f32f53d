// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// The server or a command will not start, for a reason the operator can mend. The message is one clear sentence; it is
/// printed alone.
public final class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
