// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Duration;
import org.springframework.context.ApplicationContext;

/// Pages of an open door that were left open, for tests of what is sent from them.
public final class OldPages {

    private OldPages() {}

    /// What stands for the door in the same page, when it was made five hours before.
    public static String of(ApplicationContext context, String openDoor) {
        DoorSeals seals = context.getBean(DoorSeals.class);
        DoorSeals.Open open = seals.door(openDoor);
        return seals.seal(new DoorSeals.Open(
                open.door(), open.message(), open.shown(), open.openedAt().minus(Duration.ofHours(5))));
    }
}
