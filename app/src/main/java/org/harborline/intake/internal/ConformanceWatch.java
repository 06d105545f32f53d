// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ConformancePassed;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.springframework.stereotype.Component;

/// Knows which credentials are watched, and writes down what they did. In production nothing is watched and nothing
/// asked of the database; in a sandbox one look serves all calls of five seconds.
@Component
class ConformanceWatch {

    private static final String REFUSED = "REFUSED";
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

    /// Writes down what was shown; with the last case the run is passed.
    void saw(Actor actor, ConformanceCase... cases) {
        note(actor, Arrays.stream(cases).map(Enum::name));
    }

    /// Half of a case: a document was refused for what it holds.
    void sawRefusal(Actor actor) {
        note(actor, Stream.of(REFUSED));
    }

    boolean sawRefusalBefore(Actor actor) {
        return seen(actor).contains(REFUSED);
    }

    /// Half of cases: a report was opened that shows them as soon as it is finished.
    void sawOpened(Actor actor, ReportNumber report, Set<ConformanceCase> cases) {
        note(actor, cases.stream().map(one -> opened(one, report.value())));
    }

    /// The cases of a report that was opened in the actor's run.
    ConformanceCase[] openedBefore(Actor actor, long report) {
        Set<String> seen = seen(actor);
        return Arrays.stream(ConformanceCase.values())
                .filter(one -> seen.contains(opened(one, report)))
                .toArray(ConformanceCase[]::new);
    }

    private static String opened(ConformanceCase one, long report) {
        return "OPENED-" + one + "-" + report;
    }

    /// One at a time for a run: of the two last cases one must see the other.
    private void note(Actor actor, Stream<String> shown) {
        UUID run = looked.runs().get(UUID.fromString(actor.id()));
        if (run == null) {
            return;
        }
        writing.transactions().run(() -> {
            var now = writing.clock().instant();
            table.lock(run);
            shown.forEach(one -> table.saw(run, one, now));
            Set<String> all = table.seen(run);
            if (Arrays.stream(ConformanceCase.values()).map(Enum::name).allMatch(all::contains)) {
                table.pass(run, now)
                        .ifPresent(provider -> writing.journal().record(actor, new ConformancePassed(provider, run)));
            }
        });
    }

    private Set<String> seen(Actor actor) {
        UUID run = looked.runs().get(UUID.fromString(actor.id()));
        return run == null ? Set.of() : table.seen(run);
    }
}
