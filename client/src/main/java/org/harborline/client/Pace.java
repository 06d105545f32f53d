// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Time and chance, so that tests need neither.
interface Pace {

    /// A clock that only goes forward, in nanoseconds.
    long nanos();

    /// The time of day, for answers that name one.
    Instant now();

    void sleep(Duration time) throws InterruptedException;

    /// Some number from 0 up to 1.
    double chance();

    /// Time as it passes.
    static Pace real() {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return InstantSource.system().instant();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }

            @Override
            public double chance() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
