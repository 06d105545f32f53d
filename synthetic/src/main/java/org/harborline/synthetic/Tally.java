// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.time.Duration;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.harborline.synthetic.wire.Latencies;
import org.harborline.synthetic.wire.Outcome;

/// Counts how filings ended, from many threads.
final class Tally {

    private final LongAdder unreached = new LongAdder();
    private final LongAdder unsettled = new LongAdder();
    private final ConcurrentSkipListMap<Integer, LongAdder> refusals = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, String> reasons = new ConcurrentSkipListMap<>();
    private final Collection<Duration> durations = new ConcurrentLinkedQueue<>();

    void count(Outcome outcome, Duration duration) {
        switch (outcome) {
            case Outcome.Filed _ -> durations.add(duration);
            case Outcome.Unreached _ -> unreached.increment();
            case Outcome.Unsettled _ -> unsettled.increment();
            case Outcome.Refused(var answer) -> {
                int code = answer.code() < 0 ? answer.status() : answer.code();
                refusals.computeIfAbsent(code, c -> new LongAdder()).increment();
                reasons.putIfAbsent(code, answer.description());
            }
        }
    }

    int filed() {
        return durations.size();
    }

    long unreached() {
        return unreached.sum();
    }

    long unsettled() {
        return unsettled.sum();
    }

    /// Refused reports by the interface's code, or by the status of HTTP where there was no code.
    SortedMap<Integer, Long> refusals() {
        var counts = new TreeMap<Integer, Long>();
        refusals.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }

    /// The first explanation heard with each code.
    SortedMap<Integer, String> reasons() {
        return new TreeMap<>(reasons);
    }

    Latencies latencies() {
        return new Latencies(durations);
    }
}
