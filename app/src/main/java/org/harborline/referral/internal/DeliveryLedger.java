// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.referral.DeliveryState;
import org.springframework.stereotype.Component;

/// The law of deliveries: whoever was to receive a package is in exactly one state of its way. The left side counts
/// what
/// was decided, the right
/// side where the packages are; they are different tables, so a lost delivery shows.
@Component
class DeliveryLedger implements Ledger {

    private static final String CHOSEN = "made-available";

    private final RecipientTable recipients;
    private final DeliveryTable deliveries;

    DeliveryLedger(RecipientTable recipients, DeliveryTable deliveries) {
        this.recipients = recipients;
        this.deliveries = deliveries;
    }

    @Override
    public String law() {
        return "deliveries";
    }

    @Override
    public List<Count> counts() {
        var counts = new ArrayList<Count>();
        counts.add(new Count(CHOSEN, Side.LEFT, recipients.count()));
        Map<DeliveryState, Long> states = deliveries.counts();
        for (DeliveryState state : DeliveryState.values()) {
            counts.add(new Count(word(state), Side.RIGHT, states.getOrDefault(state, 0L)));
        }
        return counts;
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        UUID from = after.isEmpty() ? null : UUID.fromString(after);
        if (name.equals(CHOSEN)) {
            return recipients.ids(from, limit);
        }
        for (DeliveryState state : DeliveryState.values()) {
            if (word(state).equals(name)) {
                return deliveries.ids(state, from, limit);
            }
        }
        throw new IllegalArgumentException("no such count");
    }

    private static String word(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
