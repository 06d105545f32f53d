// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportRequests;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Invented hours, so that the door can be seen open in a sandbox. Only where none were ever entered.
@Component
class SampleHours {

    private static final Actor ACTOR = Actor.system("sample-hours");
    private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

    private final SupportRequests requests;
    private final HoursTable table;
    private final Mode mode;

    SampleHours(SupportRequests requests, HoursTable table, Mode mode) {
        this.requests = requests;
        this.table = table;
        this.mode = mode;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        if (mode == Mode.SANDBOX && !table.everUsed()) {
            requests.changeHours(
                    ACTOR,
                    new DeskHours(
                            ZoneId.of("America/Chicago"),
                            DAYS.stream()
                                    .map(day -> new DeskHours.Shift(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
                                    .toList()));
        }
    }
}
