// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import java.net.URI;
import java.util.List;

/// Posts small JSON messages, signed by the Standard Webhooks scheme. Callers are jobs: they decide when to try again.
public interface Webhooks {

    /// Whether a message to this address may leave at all. Whoever stores an address asks first, and asks again before
    /// counting on it: the operator may list other hosts meanwhile.
    boolean accepts(URI to);

    /// Posts one message and says what came of it. Nothing of an answer is read but its status.
    WebhookAnswer call(Message message);

    /// As [#call], for an address that the own house has set.
    ///
    /// @param to a listed host; `https`, except loopback in a sandbox
    /// @param secret `whsec_…`, shared with the receiver
    /// @param id the same for every try of the same message, so that a receiver can drop repeats
    /// @param json ids, codes and instants only
    /// @throws Undelivered when the host is not listed, does not answer in time, or answers with anything but 2xx
    default void post(URI to, String secret, String id, String json) {
        WebhookAnswer answer = call(new Message(to, List.of(secret), id, json, false));
        if (!answer.isTaken()) {
            throw new Undelivered(answer.explained());
        }
    }

    /// One message.
    ///
    /// @param to a listed host; `https`, except loopback in a sandbox
    /// @param secrets `whsec_…`; while a receiver changes over there are two, and each signs
    /// @param id the same for every try of the same message, so that a receiver can drop repeats
    /// @param json ids, codes and instants only
    /// @param outside the address was set by somebody outside the house: it must lead outside, whatever its name
    /// resolves to
    record Message(URI to, List<String> secrets, String id, String json, boolean outside) {

        public Message {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Message(" + id + ")";
        }
    }
}
