// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that tests move.
public final class MovableClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void move(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /// Back to where it began. Jobs are asked for by this clock and start by the machine's, so those of later tests
    /// would wait.
    public void reset() {
        now.set(START);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
