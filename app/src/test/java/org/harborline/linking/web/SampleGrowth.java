// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.linking.GrowthAlarm;
import org.harborline.linking.GrowthAlarms;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// One alarm that waits and one that was looked at.
final class SampleGrowth implements GrowthAlarms {

    static final UUID ALARM = new UUID(0, 91);
    private static final Instant SEEN = Instant.parse("2026-03-02T10:14:00Z");

    final List<String> asked = new ArrayList<>();

    @Override
    public List<GrowthAlarm> list(Actor actor, boolean waiting, @Nullable UUID after, int limit) {
        asked.add(waiting ? "waiting" : "all");
        return List.of(
                new GrowthAlarm(ALARM, SampleLinks.NEWER, GrowthAlarm.Kind.SIZE, 53, 50, SampleLinks.PAIR, SEEN, null),
                new GrowthAlarm(
                        new UUID(0, 90),
                        SampleLinks.OLDER,
                        GrowthAlarm.Kind.SPEED,
                        23,
                        20,
                        null,
                        SEEN,
                        new GrowthAlarm.Look("analyst-7", SEEN)));
    }

    @Override
    public void look(Actor actor, UUID alarm) {
        asked.add("look " + alarm);
    }
}
