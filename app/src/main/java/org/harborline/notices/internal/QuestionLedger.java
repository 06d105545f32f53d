// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.notices.QuestionState;
import org.springframework.stereotype.Component;

/// The law of questions: whatever was asked is open, answered, withdrawn or overdue. The left side counts what was
/// asked, the right side what became of it; they are different tables, so a lost question shows.
@Component
class QuestionLedger implements Ledger {

    private static final String ASKED = "asked";

    private final QuestionTable table;

    QuestionLedger(QuestionTable table) {
        this.table = table;
    }

    @Override
    public String law() {
        return "questions";
    }

    @Override
    public List<Count> counts() {
        var counts = new ArrayList<Count>();
        counts.add(new Count(ASKED, Side.LEFT, table.countAsked()));
        Map<QuestionState, Long> states = table.counts();
        for (QuestionState state : QuestionState.values()) {
            counts.add(new Count(state.name().toLowerCase(Locale.ROOT), Side.RIGHT, states.getOrDefault(state, 0L)));
        }
        return counts;
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        UUID from = after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after);
        List<UUID> ids = name.equals(ASKED)
                ? table.asked(from, limit)
                : table.in(QuestionState.valueOf(name.toUpperCase(Locale.ROOT)), from, limit);
        return new TreeSet<>(ids.stream().map(UUID::toString).toList());
    }
}
