// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import java.net.URI;

/// Posts small JSON messages, signed by the Standard Webhooks scheme. Callers are jobs: they decide when to try again.
public interface Webhooks {

    /// Whether a message to this address may leave at all. Whoever stores an address asks first, and asks again before
    /// counting on it: the operator may list other hosts meanwhile.
    boolean accepts(URI to);

    /// Posts one message.
    ///
    /// @param to a listed host; `https`, except loopback in a sandbox
    /// @param secret `whsec_…`, shared with the receiver
    /// @param id the same for every try of the same message, so that a receiver can drop repeats
    /// @param json ids, codes and instants only
    /// @throws Undelivered when the host is not listed, does not answer in time, or answers with anything but 2xx
    void post(URI to, String secret, String id, String json);
}
