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
/// @param accounts as `reports`, for the id of an account, which is one person's however often it is reported
/// @param companions such an id beside more other identifiers than this is not one person's
@Component
record FanOut(
        @Value("${harborline.linking.fan-out-limit:200}") int reports,
        @Value("${harborline.linking.sender-limit:20}") int senders,
        @Value("${harborline.linking.account-limit:2000}") int accounts,
        @Value("${harborline.linking.companion-limit:100}") int companions) {

    FanOut {
        if (reports < 2) {
            throw new IllegalArgumentException(
                    "harborline.linking.fan-out-limit is 2 or more: a link needs two reports");
        }
        if (companions < 1) {
            throw new IllegalArgumentException("harborline.linking.companion-limit is 1 or more");
        }
        if (senders < 2) {
            throw new IllegalArgumentException(
                    "harborline.linking.sender-limit is 2 or more: reports of two senders can be linked");
        }
    }

    /// No key that links is in more reports, whichever of the limits is the higher one.
    int most() {
        return Math.max(reports, accounts);
    }

    /// The limit that a key has crossed; absent while it links.
    ///
    /// @param rule the rule that made it
    /// @param inReports in how many different reports it is
    /// @param fromSenders from how many different senders
    /// @param beside how many other identifiers are named beside it
    @Nullable
    Crossing crossing(MatchRule rule, int inReports, int fromSenders, int beside) {
        if (rule.equals(MatchRule.ACCOUNT)) {
            return ofAccount(inReports, beside);
        }
        if (inReports > reports) {
            return new Crossing(reports, Crossing.Counted.REPORTS);
        }
        return fromSenders > senders ? new Crossing(senders, Crossing.Counted.SENDERS) : null;
    }

    /// An account is one sender's, so senders are not counted. In many reports it is either somebody who is reported
    /// often, and then with few other identifiers, or what the sender's program writes, beside those of everybody.
    private @Nullable Crossing ofAccount(int inReports, int beside) {
        if (inReports <= reports) {
            return null;
        }
        if (inReports > most()) {
            return new Crossing(most(), Crossing.Counted.REPORTS);
        }
        return beside > companions ? new Crossing(companions, Crossing.Counted.COMPANIONS) : null;
    }
}
