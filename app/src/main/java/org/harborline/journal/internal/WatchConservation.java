// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.journal.Conservation;
import org.harborline.journal.internal.BalanceTable.Balance;
import org.harborline.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Compares the sums of every law every ten minutes and the ids one by one every hour, because a record that is lost
/// and one that is counted twice hide each other in a sum. A law that was broken is walked at each look, until it
/// holds.
/// A failed look is made up for by the next.
@Component
class WatchConservation {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration WALK = Duration.ofHours(1);

    private final Conserving conserving;
    private final BalanceTable balances;
    private final Transactions transactions;
    private final Clock clock;

    WatchConservation(Conserving conserving, BalanceTable balances, Transactions transactions, Clock clock) {
        this.conserving = conserving;
        this.balances = balances;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Looks once and keeps what was seen.
    void look() {
        Instant now = clock.instant();
        Map<String, Balance> before = balances.all();
        List<Conservation> laws = conserving.check(law -> isWalkDue(before.get(law), now));
        transactions.run(() -> {
            balances.keepOnly(laws.stream().map(Conservation::law).toList());
            laws.forEach(law -> balances.note(law.law(), balance(law, before.get(law.law()), now), now));
        });
    }

    private static boolean isWalkDue(@Nullable Balance before, Instant now) {
        return before == null
                || before.isBroken()
                || !before.walkedAt().plus(WALK).isAfter(now);
    }

    private static Balance balance(Conservation law, @Nullable Balance before, Instant now) {
        long apart = before == null ? 0 : before.apart();
        Instant walkedAt = law.walkedAt() != null ? law.walkedAt() : before != null ? before.walkedAt() : now;
        return new Balance(
                walkedAt,
                law.holds() ? 0 : apart + 1,
                law.astray().stream().sorted().toList());
    }

    /// The sums as they are now, with the ids that the last walk found astray where the sums tell nothing.
    List<Conservation> now() {
        Map<String, Balance> before = balances.all();
        return conserving.check(_ -> false).stream()
                .map(law -> withLastWalk(law, before.get(law.law())))
                .toList();
    }

    private static Conservation withLastWalk(Conservation law, @Nullable Balance before) {
        return before == null || law.walkedAt() != null
                ? law
                : new Conservation(
                        law.law(), law.position(), law.counts(), Set.copyOf(before.astray()), before.walkedAt());
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> conserveTask(WatchConservation watch) {
            return Tasks.recurring("journal.conserve", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
