// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.HelpLines;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Writes to those on duty when numbers that people in need are shown were not reviewed in time: one letter a
/// day to each, by mail alone, because nobody is to be woken for it.
///
/// 1. The day is noted and a delivery for each contact enqueued in one transaction: a server that stops has
/// done both or neither.
/// 2. A delivery reads anew what is overdue and sends. A server that stops between sending and the end of the
/// job sends that one letter again.
@Component
class TellOfHelpLines {

    private static final Actor SELF = Actor.system("triage");

    private final HelpLines lines;
    private final DutyRota rota;
    private final PageWays ways;
    private final HelpLineLetterTable letters;
    private final Transactions transactions;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    TellOfHelpLines(
            HelpLines lines,
            DutyRota rota,
            PageWays ways,
            HelpLineLetterTable letters,
            Transactions transactions,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.lines = lines;
        this.rota = rota;
        this.ways = ways;
        this.letters = letters;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Looks once. With nobody to write to no day is noted: the next look tries again.
    void run() {
        if (!ways.mails() || lines.overdue(SELF).isEmpty()) {
            return;
        }
        transactions.run(() -> {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            List<UUID> contacts = rota.toPage(1, now);
            if (!contacts.isEmpty() && letters.note(today)) {
                contacts.forEach(contact -> deliver(new DeliverHelpLineLetter.Order(today, contact), now));
            }
        });
    }

    private void deliver(DeliverHelpLineLetter.Order order, Instant now) {
        boolean _ = scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<Void>(DeliverHelpLineLetter.TASK, order.asId()), now);
    }
}
