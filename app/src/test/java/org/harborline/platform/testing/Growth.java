// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/// How work grows with its input, in processor time of this thread: a slow machine and others at work do not count.
public final class Growth {

    private static final int TIMES = 4;
    // four times the input is four times the work, sixteen times where every part meets every other
    private static final int LIMIT = 10;
    private static final long NOTHING = 500_000_000;

    private Growth() {}

    /// Does the work with a size and with a quarter of it, and fails when it has grown much faster than its input.
    ///
    /// @param size of the input, in whatever the work counts
    /// @param what said when it fails
    public static void isLinear(int size, String what, IntConsumer work) {
        long quarter = took(size / TIMES, work);
        long whole = took(size, work);

        assertThat(whole)
                .as("nanoseconds for %s; a quarter of it took %,d", what, quarter)
                .isLessThan(Math.max(LIMIT * quarter, NOTHING));
    }

    private static long took(int size, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.accept(size);
        return threads.getCurrentThreadCpuTime() - start;
    }
}
