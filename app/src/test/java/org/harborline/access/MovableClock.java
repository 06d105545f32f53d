// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Real time, which can stand still for a while, plus what a test adds to it. Only ever moves forward, because tests
/// share it.
public final class MovableClock extends Clock {

    private final AtomicReference<InstantSource> source = new AtomicReference<>(InstantSource.system());
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /// Time that stands still until this is closed, but for what a test adds.
    public interface Still extends AutoCloseable {

        @Override
        void close();
    }

    /// For a wait of a second, which on a busy machine would be over before the test looks.
    public Still standStill() {
        source.set(InstantSource.fixed(InstantSource.system().instant()));
        return () -> source.set(InstantSource.system());
    }

    public void advance(Duration step) {
        ahead.accumulateAndGet(step, Duration::plus);
    }

    @Override
    public Instant instant() {
        return source.get().instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
