// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for what other threads do, with an end.
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Eventually() {}

    public static void holds(Runnable assertion) {
        holds(LIMIT, assertion);
    }

    /// As [#holds(Runnable)], for what takes longer, such as another process.
    public static void holds(Duration limit, Runnable assertion) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
