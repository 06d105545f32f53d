// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.harborline.triage.Alarm;
import org.harborline.triage.facts.DutyPaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One round of paging about one unconfirmed P1, and then the next, one step further up the rota, until somebody
/// acknowledges.
///
/// 1. The follower enqueues the job in the transaction that gives the report its place. If it stops here, both or none
/// exist.
/// 2. A round locks the alarm, picks who is on duty, enqueues a delivery per contact and writes down the round, all in
/// one transaction. If it stops here, the round runs again.
/// 3. The job is set to the next round. If it stops before, the round is repeated: people are paged twice, never not.
@Component
class PageDuty {

    static final String TASK = "triage.page-duty";
    private static final Actor ACTOR = Actor.system("page-duty");
    private static final Logger LOG = LoggerFactory.getLogger(PageDuty.class);

    private final AlarmTable alarms;
    private final DutyRota rota;
    private final StandingTable standings;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final TriageSettings settings;

    PageDuty(
            AlarmTable alarms,
            DutyRota rota,
            StandingTable standings,
            Journal journal,
            Transactions transactions,
            Clock clock,
            TriageSettings settings) {
        this.alarms = alarms;
        this.rota = rota;
        this.standings = standings;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /// Runs one round.
    ///
    /// @return when the next is due; empty once somebody acknowledged or the report was erased
    Optional<Instant> round(ReportNumber report, SchedulerClient scheduler) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            if (erased(report)) {
                return Optional.empty();
            }
            Alarm alarm = alarms.open(report, now, endsAt(report, now));
            if (alarm.acknowledgedAt() != null) {
                return Optional.empty();
            }
            int round = alarm.rounds() + 1;
            List<UUID> contacts = rota.toPage(round, now);
            if (contacts.isEmpty()) {
                LOG.error("report {} is a P1 and the rota is empty: nobody can be paged", report);
            }
            deliver(report, round, contacts, now, scheduler);
            Instant next = now.plus(settings.pageEvery());
            alarms.paged(report, round, contacts.size(), now, next);
            journal.record(ACTOR, new DutyPaged(report, round, contacts, alarm.endsAt()));
            return Optional.of(next);
        });
    }

    private boolean erased(ReportNumber report) {
        Standing standing = standings.find(List.of(report)).get(report);
        return standing != null && standing.erased();
    }

    private Instant endsAt(ReportNumber report, Instant now) {
        Standing standing = standings.find(List.of(report)).get(report);
        return standing == null || standing.firstLookDueAt == null ? now : standing.firstLookDueAt;
    }

    private static void deliver(
            ReportNumber report, int round, List<UUID> contacts, Instant now, SchedulerClient scheduler) {
        var deliveries = new ArrayList<TaskInstance<?>>();
        for (UUID contact : contacts) {
            for (DeliverPage.Channel channel : DeliverPage.Channel.values()) {
                deliveries.add(new TaskInstance<Void>(
                        DeliverPage.TASK, new DeliverPage.Order(report, round, contact, channel).asId()));
            }
        }
        deliveries.forEach(delivery -> scheduler.scheduleIfNotExists(delivery, now));
    }
}
