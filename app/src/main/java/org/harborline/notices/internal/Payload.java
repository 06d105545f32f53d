// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;

/// What an endpoint hears: which report, which state, from when. Nothing else: it travels through many hands.
final class Payload {

    private Payload() {}

    static String of(MessageTable.Row message) {
        return """
                {"type":"report.state-changed","timestamp":"%s","data":{"report":%d,"state":"%s"}}""".formatted(
                        message.at(), message.report().value(), message.state().code());
    }

    static String ping(Instant at) {
        return """
                {"type":"ping","timestamp":"%s","data":{}}""".formatted(at);
    }
}
