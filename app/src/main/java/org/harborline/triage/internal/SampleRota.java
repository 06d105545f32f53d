// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.triage.NewRotaContact;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Two invented contacts, so that paging can be seen in a sandbox. Only where nobody ever was on the rota.
@Component
class SampleRota {

    private static final Actor ACTOR = Actor.system("sample-rota");

    private final DutyRota rota;
    private final RotaTable table;
    private final Mode mode;

    SampleRota(DutyRota rota, RotaTable table, Mode mode) {
        this.rota = rota;
        this.table = table;
        this.mode = mode;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        if (mode == Mode.SANDBOX && !table.everUsed()) {
            rota.add(
                    ACTOR,
                    new NewRotaContact(1, null, null, "Duty officer A", "duty-a@clearinghouse.example", null, "en"));
            rota.add(
                    ACTOR,
                    new NewRotaContact(2, null, null, "Duty officer B", "duty-b@clearinghouse.example", null, "es"));
        }
    }
}
