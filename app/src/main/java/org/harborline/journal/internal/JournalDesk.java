// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.Collection;
import java.util.List;
import org.harborline.journal.Backlog;
import org.harborline.journal.Conservation;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.InclusionAnswer;
import org.harborline.journal.Journal;
import org.harborline.journal.Parked;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The journal as the other modules use it.
@Component
class JournalDesk implements Journal {

    private final InboxTable inbox;
    private final EntryTable entries;
    private final CursorTable cursors;
    private final ParkedTable parked;
    private final Followers followers;
    private final Signals signals;
    private final Transactions transactions;
    private final WatchConservation conservation;
    private final Watch watch;
    private final Inclusions inclusions;

    JournalDesk(
            FollowerTables tables,
            Followers followers,
            Transactions transactions,
            WatchConservation conservation,
            Watch watch,
            Inclusions inclusions) {
        this.inbox = tables.inbox();
        this.entries = tables.entries();
        this.cursors = tables.cursors();
        this.parked = tables.parked();
        this.signals = tables.signals();
        this.followers = followers;
        this.transactions = transactions;
        this.conservation = conservation;
        this.watch = watch;
        this.inclusions = inclusions;
    }

    @Override
    public void record(Actor actor, Fact fact) {
        recordAll(actor, List.of(fact));
    }

    @Override
    public void recordAll(Actor actor, Collection<? extends Fact> facts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a fact is recorded in the transaction of what it tells, and there is none");
        }
        inbox.insert(
                actor,
                null,
                facts.stream().map(fact -> new InboxTable.Recorded(fact, null)).toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signals.recorded().ring();
            }
        });
    }

    @Override
    public List<Entry> of(Actor actor, RecordRef subject, long after, int limit) {
        actor.require(Permission.JOURNAL_READ);
        return entries.of(subject, after, limit);
    }

    @Override
    public InclusionAnswer inclusion(Actor actor, RecordRef subject, Class<? extends Fact> type) {
        return inclusions.of(subject, FactCatalogue.name(type).value());
    }

    @Override
    public long position() {
        return entries.lastPosition();
    }

    @Override
    public Backlog backlog(Actor actor) {
        actor.require(Permission.OPERATE);
        return transactions.read(() -> new Backlog(
                inbox.count(), inbox.oldestAge(), entries.lastPosition(), cursors.all(), parked.count(), watch.look()));
    }

    @Override
    public List<Conservation> conservation(Actor actor) {
        actor.require(Permission.OPERATE);
        return conservation.now();
    }

    @Override
    public List<Parked> parked(Actor actor) {
        actor.require(Permission.OPERATE);
        return parked.list();
    }

    @Override
    public int retry(Actor actor, String follower, RecordRef subject) {
        actor.require(Permission.OPERATE);
        return followers.retry(follower, subject);
    }
}
