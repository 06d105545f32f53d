// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/// How long filings took, smallest first.
public final class Latencies {

    private final long[] nanos;

    public Latencies(Collection<Duration> durations) {
        nanos = durations.stream().mapToLong(Duration::toNanos).toArray();
        Arrays.sort(nanos);
    }

    public boolean isEmpty() {
        return nanos.length == 0;
    }

    /// The smallest duration that this many percent of all do not exceed (nearest rank).
    public Duration percentile(int percent) {
        int rank = (int) Math.ceilDiv((long) percent * nanos.length, 100L);
        return Duration.ofNanos(nanos[Math.max(rank, 1) - 1]);
    }
}
