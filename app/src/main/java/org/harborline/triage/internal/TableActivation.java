// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.harborline.triage.facts.PriorityTableActivated;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts the newest table of a release in force when that release first starts. Reports that have a priority keep it
/// until something new becomes known about them.
@Component
class TableActivation {

    private static final Actor ACTOR = Actor.system("table-activation");

    private final RuleBook book;
    private final ActivationTable table;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    TableActivation(RuleBook book, ActivationTable table, Journal journal, Transactions transactions, Clock clock) {
        this.book = book;
        this.table = table;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void activate() {
        int newest = book.versions().last();
        transactions.run(() -> {
            if (table.activate(newest, clock.instant())) {
                journal.record(ACTOR, new PriorityTableActivated(newest));
            }
        });
    }
}
