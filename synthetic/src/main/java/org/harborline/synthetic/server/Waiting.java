// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.server;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for something that another process does.
public final class Waiting {

    private static final Duration POLL = Duration.ofMillis(100);

    private Waiting() {}

    /// Waits until the condition is fulfilled; one that cannot be asked yet is not.
    ///
    /// @return whether it was fulfilled in that time
    public static boolean until(Duration within, Condition condition) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                if (condition.isFulfilled()) {
                    return true;
                }
            } catch (IOException | SQLException _) {
                // asked again
            }
            if (System.nanoTime() - start > within.toNanos()) {
                return false;
            }
            pause(POLL);
        }
    }

    /// Lets that time pass.
    public static void pause(Duration duration) throws InterruptedException {
        var _ = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// May fail while the other process is away.
    @FunctionalInterface
    public interface Condition {
        boolean isFulfilled() throws IOException, SQLException, InterruptedException;
    }
}
