// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.triage.LateReferral;
import org.harborline.triage.LateReferrals;
import org.harborline.triage.facts.LateReferralAcknowledged;
import org.harborline.triage.facts.LateReferralPaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Calls people on duty about reports that are late for referral. One call is about everything that
/// nobody has acknowledged, so that many late reports are one message; what is new waits for the next
/// call when one went out just before. Each repetition goes one step further up the rota.
@Component
class LateReferralDesk implements LateReferrals {

    private static final Logger LOG = LoggerFactory.getLogger(LateReferralDesk.class);
    private static final int PAGE = 100;

    private final LateReferralTable table;
    private final DutyRota rota;
    private final Journal journal;
    private final Transactions transactions;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final TriageSettings settings;

    LateReferralDesk(
            LateReferralTable table,
            DutyRota rota,
            Journal journal,
            Transactions transactions,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock,
            TriageSettings settings) {
        this.table = table;
        this.rota = rota;
        this.journal = journal;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void withNobody(Actor actor, Collection<ReportNumber> reports) {
        actor.require(Permission.REFER);
        transactions.run(() -> {
            Instant now = clock.instant();
            List<LateReferral> _ = table.lockUnacknowledged();
            table.keep(reports, now);
            table.forgetAcknowledgedBefore(now.minus(settings.lateSeenTo()));
            List<LateReferral> open = table.lockUnacknowledged();
            if (isDue(open, now)) {
                page(actor, open, now);
            }
        });
    }

    /// Whether something was left for long, or was called about in vain, or is new, and no call went out just before.
    private boolean isDue(List<LateReferral> open, Instant now) {
        boolean quiet = calls(open).allMatch(call -> isOver(call, settings.pageEvery(), now));
        boolean unheard = open.stream().anyMatch(late -> !late.reached());
        return leftForLong(open, now) || (unheard && quiet);
    }

    private boolean leftForLong(List<LateReferral> open, Instant now) {
        return calls(open).anyMatch(call -> isOver(call, settings.lateEvery(), now));
    }

    private static Stream<Instant> calls(List<LateReferral> open) {
        return open.stream().map(LateReferral::pagedAt).filter(Objects::nonNull);
    }

    private static boolean isOver(Instant call, Duration pause, Instant now) {
        return !call.plus(pause).isAfter(now);
    }

    /// What is new is called about at the step of the last call; what was left for long, one step further up.
    private void page(Actor actor, List<LateReferral> open, Instant now) {
        int last = table.step();
        int step = leftForLong(open, now) ? last + 1 : Math.max(1, last);
        List<UUID> contacts = rota.toPage(step, now);
        if (contacts.isEmpty()) {
            LOG.error("{} reports are late for referral and nobody on the rota can be reached", open.size());
        }
        UUID page = Ids.next();
        contacts.forEach(contact -> deliver(page, contact, now));
        table.paged(page, contacts.size(), step, now);
        journal.recordAll(
                actor,
                open.stream()
                        .map(late -> new LateReferralPaged(late.report(), late.rounds() + 1, contacts, late.dueAt()))
                        .toList());
    }

    private void deliver(UUID page, UUID contact, Instant now) {
        for (DeliverPage.Channel channel : DeliverPage.Channel.values()) {
            var order = new DeliverLatePage.Order(page, contact, channel);
            boolean _ = scheduler
                    .getObject()
                    .scheduleIfNotExists(new TaskInstance<Void>(DeliverLatePage.TASK, order.asId()), now);
        }
    }

    @Override
    public List<LateReferral> list(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        return table.page(PAGE);
    }

    @Override
    public int unacknowledged(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        return table.unacknowledged();
    }

    @Override
    public void acknowledge(Actor actor, Collection<ReportNumber> reports) {
        actor.require(Permission.PAGE_ACKNOWLEDGE);
        if (!actor.isPerson()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        transactions.run(() -> journal.recordAll(
                actor,
                table.acknowledge(reports, actor.id(), clock.instant()).stream()
                        .map(late -> new LateReferralAcknowledged(late.report(), late.rounds()))
                        .toList()));
    }
}
