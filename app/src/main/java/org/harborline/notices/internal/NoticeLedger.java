// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.notices.EndpointMessage.Way;
import org.springframework.stereotype.Component;

/// The law of notices: every change that was to be told to an endpoint is on its way, delivered, given up in sight or
/// cancelled. What was to be told comes from the journal through the follower; where it is, from what jobs move.
@Component
class NoticeLedger implements Ledger {

    private static final String TO_TELL = "to-tell";

    private final ChangeTable changes;
    private final MessageTable messages;

    NoticeLedger(ChangeTable changes, MessageTable messages) {
        this.changes = changes;
        this.messages = messages;
    }

    @Override
    public String law() {
        return "notices";
    }

    @Override
    public List<Count> counts() {
        var counts = new ArrayList<Count>();
        counts.add(new Count(TO_TELL, Side.LEFT, changes.count()));
        Map<Way, Long> ways = messages.counts();
        for (Way way : Way.values()) {
            counts.add(new Count(word(way), Side.RIGHT, ways.getOrDefault(way, 0L)));
        }
        return counts;
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        return name.equals(TO_TELL)
                ? changes.ids(after, limit)
                : messages.ids(Way.valueOf(name.toUpperCase(Locale.ROOT)), after, limit);
    }

    private static String word(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
