// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time that passes when somebody sleeps.
final class FakePace implements Pace {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final List<Duration> slept = new ArrayList<>();
    double chance = 1;
    private Duration passed = Duration.ZERO;

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public Instant now() {
        return NOON.plus(passed);
    }

    @Override
    public void sleep(Duration time) {
        slept.add(time);
        passed = passed.plus(time);
    }

    @Override
    public double chance() {
        return chance;
    }
}
