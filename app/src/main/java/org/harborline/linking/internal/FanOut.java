// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.linking.Hub.Crossing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// From when on an identifier is too common to say which reports belong together: shared by a café, a relay or a copied
/// text.
///
/// @param reports a key in more reports than this links nothing
/// @param senders a key from more senders than this links nothing, in however few reports it is
@Component
record FanOut(
        @Value("${harborline.linking.fan-out-limit:200}") int reports,
        @Value("${harborline.linking.sender-limit:20}") int senders) {

    FanOut {
        if (reports < 2) {
            throw new IllegalArgumentException(
                    "harborline.linking.fan-out-limit is 2 or more: a link needs two reports");
        }
        if (senders < 2) {
            throw new IllegalArgumentException(
                    "harborline.linking.sender-limit is 2 or more: reports of two senders can be linked");
        }
    }

    /// The limit that a key has crossed; absent while it links.
    ///
    /// @param inReports in how many different reports it is
    /// @param fromSenders from how many different senders
    @Nullable
    Crossing crossing(int inReports, int fromSenders) {
        if (inReports > reports) {
            return new Crossing(reports, Crossing.Counted.REPORTS);
        }
        return fromSenders > senders ? new Crossing(senders, Crossing.Counted.SENDERS) : null;
    }
}
