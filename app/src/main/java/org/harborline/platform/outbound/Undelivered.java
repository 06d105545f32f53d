// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

/// Something did not get through. The message names the kind of failure, never an address or a value.
public final class Undelivered extends RuntimeException {

    public Undelivered(String reason) {
        super(reason);
    }

    public Undelivered(String reason, Throwable cause) {
        super(reason, cause);
    }
}
