// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.harborline.triage.Alarm;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.facts.DutyPaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One round of paging about one unconfirmed P1, and then the next, one step further up the rota, until somebody has it
/// before them. Then it only looks whether they still have: a report that was given back, left behind or not looked at
/// in time is paged about again, as long as it is an unconfirmed P1.
///
/// A burst from the public is called about once: what comes within one interval of such a call waits with it, is
/// counted in the next one, and becomes a call of its own as soon as nobody is called about the others any more.
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
    /// How soon it is noticed that nobody has the report any more.
    private static final Duration WATCH = Duration.ofMinutes(1);

    private final AlarmTable alarms;
    private final Urgency urgency;
    private final DutyRota rota;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final TriageSettings settings;

    PageDuty(
            AlarmTable alarms,
            Urgency urgency,
            DutyRota rota,
            Journal journal,
            Transactions transactions,
            Clock clock,
            TriageSettings settings) {
        this.alarms = alarms;
        this.urgency = urgency;
        this.rota = rota;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /// Runs one round.
    ///
    /// @return when to come back; empty once the report is confirmed, lowered, designated or erased
    Optional<Instant> round(ReportNumber report, SchedulerClient scheduler) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            Urgency.State state = urgency.of(report, now);
            if (!state.unconfirmed()) {
                alarms.end(report, now);
                return Optional.empty();
            }
            Alarm alarm = alarms.open(report, now, state.endsAt(), state.byPublic());
            if (isInHand(alarm, state, now)) {
                return Optional.of(now.plus(WATCH));
            }
            if (alarm.acknowledgedAt() != null || alarm.endedAt() != null) {
                alarms.reopen(report, state.endsAt());
            }
            if (state.byPublic() && alarm.rounds() == 0) {
                Optional<AlarmTable.Call> call = alarms.lastPublic(now.minus(settings.pageEvery()));
                if (call.isPresent()) {
                    Instant next = call.get().at().plus(settings.pageEvery());
                    alarms.joins(report, call.get(), next);
                    return Optional.of(next);
                }
            }
            return Optional.of(page(alarm, state, now, scheduler));
        });
    }

    /// Whether somebody has the report before them, or said a moment ago that they will, and the clock still runs or
    /// they took it over when it had ended.
    private boolean isInHand(Alarm alarm, Urgency.State state, Instant now) {
        Instant seen = alarm.acknowledgedAt();
        if (alarm.endedAt() != null) {
            return false;
        }
        if (seen == null) {
            // Taken in the moment between the place of the report and the first round.
            boolean taken = alarm.rounds() == 0 && state.holder() != null;
            if (taken) {
                alarms.acknowledge(alarm.report(), Objects.requireNonNull(state.holder()), now);
            }
            return taken;
        }
        if (!state.lookedAt() && !now.isBefore(state.endsAt()) && seen.isBefore(state.endsAt())) {
            return false;
        }
        return state.holder() != null || now.isBefore(seen.plus(settings.pageEvery()));
    }

    private Instant page(Alarm alarm, Urgency.State state, Instant now, SchedulerClient scheduler) {
        ReportNumber report = alarm.report();
        int round = alarm.rounds() + 1;
        // When the clock has ended, no step is spared.
        int step = now.isBefore(state.endsAt()) ? round : NewRotaContact.STEPS;
        List<UUID> contacts = rota.toPage(step, now);
        if (contacts.isEmpty()) {
            LOG.error("report {} is a P1 and nobody on the rota can be reached", report);
        }
        deliver(report, round, contacts, now, scheduler);
        Instant next = now.plus(settings.pageEvery());
        alarms.paged(report, round, contacts.size(), now, next);
        journal.record(ACTOR, new DutyPaged(report, round, contacts, state.endsAt()));
        return next;
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
