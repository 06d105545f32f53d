// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.harborline.platform.Keyset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Signs the Merkle root of the journal every hour, going on from the last one. A failed run is tried again an hour
/// later and misses
/// nothing: the next root covers the same entries.
@Component
class SignRoots {

    private static final int READ = 10_000;

    private final RootTable roots;
    private final FillSubtrees subtrees;
    private final Keyset keyset;
    private final Clock clock;

    SignRoots(RootTable roots, FillSubtrees subtrees, Keyset keyset, Clock clock) {
        this.roots = roots;
        this.subtrees = subtrees;
        this.keyset = keyset;
        this.clock = clock;
    }

    /// Signs a root over everything ordered so far; does nothing when nothing was added.
    void sign() {
        Frontier frontier = roots.latest()
                .map(last -> Frontier.parse(last.size(), last.frontier()))
                .orElseGet(Frontier::empty);
        long before = frontier.size();
        List<String> leaves;
        do {
            leaves = roots.leaves(frontier.size(), READ);
            leaves.forEach(leaf -> frontier.add(Chain.decode(leaf)));
        } while (leaves.size() == READ);
        // before the root, so that whoever sees it finds what a proof under it needs; also without a new root,
        // for a journal that is older than its subtrees
        subtrees.fill();
        if (frontier.size() > before) {
            roots.insert(Root.sign(keyset.signer(), frontier, clock.instant()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> signRootsTask(SignRoots roots) {
            return Tasks.recurring("journal.sign-roots", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> roots.sign());
        }
    }
}
