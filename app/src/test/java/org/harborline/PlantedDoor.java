// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.harborline.intake.Conversations;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.Doors;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.springframework.context.ApplicationContext;

/// Somebody at the public door, with a value of its own planted in every place where they can write.
final class PlantedDoor {

    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);

    private PlantedDoor() {}

    static void walk(ApplicationContext context, PlantedValues values) {
        var doors = context.getBean(Doors.class);
        var conversations = context.getBean(Conversations.class);
        var draft = doors.begin(VISITOR, DoorEntry.SURVIVOR, true, "es")
                .with(Map.of(
                        DoorField.SERVICE, values.text("door service"),
                        DoorField.LINK, values.location("door link"),
                        DoorField.ACCOUNT, values.text("door account"),
                        DoorField.PERSON, values.text("door person"),
                        DoorField.TELL, values.text("door tell"),
                        DoorField.CONTACT, values.email("door contact")));
        var receipt = doors.send(VISITOR, doors.read(VISITOR, doors.seal(VISITOR, draft)));
        String door =
                conversations.open(VISITOR, String.join(" ", receipt.words())).orElseThrow();
        assertThat(conversations.write(VISITOR, door, values.text("door message"), true))
                .isEqualTo(Conversations.Outcome.KEPT);
        var number = receipt.number();
        assertThat(number).isNotNull();
        conversations.answer(Actor.system("planted-door"), number, values.text("door answer"), null);
    }
}
