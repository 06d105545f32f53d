// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Clock;
import java.time.Instant;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Transaction, journal and clock: what every change needs together.
@Component
class Recording {

    private final Transactions transactions;
    private final Journal journal;
    private final Clock clock;

    Recording(Transactions transactions, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    void run(Runnable work) {
        transactions.run(work);
    }

    void record(Actor actor, Fact fact) {
        journal.record(actor, fact);
    }

    Instant now() {
        return clock.instant();
    }

    long position() {
        return journal.position();
    }
}
