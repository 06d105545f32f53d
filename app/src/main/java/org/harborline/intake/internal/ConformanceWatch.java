// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.facts.ConformancePassed;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.springframework.stereotype.Component;

/// Knows which credentials are watched, and writes down what they did. In production nothing is watched and nothing
/// asked of the database; in a sandbox one look serves all calls of five seconds.
@Component
class ConformanceWatch {

    private static final long OLD = Duration.ofSeconds(5).toNanos();

    private final ConformanceTable table;
    private final Writing writing;
    private final Mode mode;
    private volatile Looked looked = new Looked(Map.of(), System.nanoTime() - OLD);

    ConformanceWatch(ConformanceTable table, Writing writing, Mode mode) {
        this.table = table;
        this.writing = writing;
        this.mode = mode;
    }

    private record Looked(Map<UUID, UUID> runs, long at) {}

    void lookAgain() {
        looked = new Looked(table.open(), System.nanoTime());
    }

    /// Whether what this actor does belongs to a run.
    boolean watches(Actor actor) {
        if (mode != Mode.SANDBOX || actor.party() == null) {
            return false;
        }
        if (System.nanoTime() - looked.at() > OLD) {
            lookAgain();
        }
        return looked.runs().keySet().stream().anyMatch(one -> one.toString().equals(actor.id()));
    }

    /// Writes down what was recognised; with the last case the run is passed.
    void saw(Actor actor, String... seen) {
        UUID run = looked.runs().get(UUID.fromString(actor.id()));
        if (run == null) {
            return;
        }
        writing.transactions().run(() -> {
            var now = writing.clock().instant();
            Arrays.stream(seen).forEach(one -> table.saw(run, one, now));
            Set<String> all = table.seen(run);
            if (Arrays.stream(ConformanceCase.values()).map(Enum::name).allMatch(all::contains)) {
                table.pass(run, now)
                        .ifPresent(provider -> writing.journal().record(actor, new ConformancePassed(provider, run)));
            }
        });
    }

    /// Whether something was recognised before in the actor's run.
    boolean sawBefore(Actor actor, String seen) {
        UUID run = looked.runs().get(UUID.fromString(actor.id()));
        return run != null && table.seen(run).contains(seen);
    }
}
