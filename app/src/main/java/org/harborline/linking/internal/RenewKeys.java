// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Renewal;
import org.harborline.linking.Renewals;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.linking.internal.RenewalTable.Row;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Has keys made anew when the rules in force are others than those that made them, beside the running server.
///
/// 1. The change is noted with the reports that it concerns. If it stops here or later, the next run goes on.
/// 2. Keys that are too common become so under the new rules, before anything is linked by them.
/// 3. Part by part facts are recorded, a few ahead of what linking has taken up, so that what is filed meanwhile waits
/// for a moment only. Linking makes the new keys of a part and their links, and notes how far it is. Old keys and
/// what rests on them stay.
/// 4. When all reports have their new keys, the same parts come again, and old keys go with what rests on them alone.
/// 5. The end is noted. If the rules change once more before it, all begins again at 1.
@Component
class RenewKeys implements Renewals {

    static final String TASK = "linking.renew-keys";
    static final int PART = 50;
    private static final int AHEAD = 2;
    private static final Actor ACTOR = Actor.system("renew-keys");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long TURN = Duration.ofSeconds(55).toNanos();

    /// Reports beyond the last one that has a key may have one by new rules.
    private static final int BEYOND = 100;

    private final RenewalTable table;
    private final HubTable hubs;
    private final LinkDesk.Decisions decisions;

    RenewKeys(RenewalTable table, HubTable hubs, LinkDesk.Decisions decisions) {
        this.table = table;
        this.hubs = hubs;
        this.decisions = decisions;
    }

    @Override
    public Optional<Renewal> underway(Actor actor) {
        actor.require(Permission.REPORT_READ);
        return table.find()
                .filter(row -> row.finishedAt() == null)
                .map(row -> new Renewal(row.startedAt(), row.percent()));
    }

    void run() {
        long start = System.nanoTime();
        while (advance()
                && System.nanoTime() - start < TURN
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Gives the next parts out, as far as earlier ones were taken up.
    ///
    /// @return whether it is not finished
    boolean advance() {
        return decisions.transactions().write(() -> {
            Instant now = decisions.clock().instant().truncatedTo(ChronoUnit.MICROS);
            Row row = current(now);
            if (row.finishedAt() != null) {
                return false;
            }
            if (row.doneTo() >= row.last()) {
                boolean last = row.pass() == Renewing.LETTING_GO;
                table.put(last ? row.finished(now) : row.next());
                return !last;
            }
            giveOut(row);
            return true;
        });
    }

    private Row current(Instant now) {
        String rules = MatchRule.inForce();
        Row row = table.lock(rules, now);
        if (row.rules().equals(rules)) {
            return row;
        }
        long[] ends = table.ends();
        long first = Math.max(1, ends[0] - BEYOND);
        var begun = new Row(rules, now, Renewing.HUBS, first, ends[1] + BEYOND, first - 1, first - 1, null);
        table.put(begun);
        return begun;
    }

    private void giveOut(Row row) {
        List<KeysRenewed> parts = new ArrayList<>();
        long to = row.issuedTo();
        while (to < row.last() && to < row.doneTo() + (long) AHEAD * PART) {
            long from = to + 1;
            to = row.pass() == Renewing.HUBS ? hubs.lastOf(PART, from).orElse(row.last()) : to + PART;
            to = Math.min(row.last(), to);
            parts.add(new KeysRenewed(new ReportNumber(from), new ReportNumber(to), row.pass(), row.startedAt()));
        }
        if (!parts.isEmpty()) {
            table.put(row.issued(to));
            decisions.journal().recordAll(ACTOR, parts);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> renewKeysTask(RenewKeys renew) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> renew.run());
        }
    }
}
