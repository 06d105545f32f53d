// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.junit.jupiter.api.Test;

class MachineCheckupsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static void assertState(Answer answer, State state, String words) {
        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.sentence()).contains(words);
    }

    @Test
    void wantsAJavaThatRunsTheServer() {
        assertState(MachineCheckups.java(25), State.GOOD, "25");
        assertState(MachineCheckups.java(26), State.GOOD, "26");
        assertState(MachineCheckups.java(21), State.WRONG, "install a JDK 25");
    }

    @Test
    void wantsRoomOnTheDisk() {
        assertState(MachineCheckups.disk(50L << 30), State.GOOD, "51200 MB");
        assertState(MachineCheckups.disk(3L << 30), State.WARNING, "Make room soon");
        assertState(MachineCheckups.disk(500L << 20), State.WRONG, "Make room now");
    }

    @Test
    void wantsClocksThatAgree() {
        assertState(MachineCheckups.clock(NOW, NOW.plusSeconds(4), NOW), State.GOOD, "agree");
        assertState(MachineCheckups.clock(NOW, NOW.plusSeconds(6), NOW), State.WRONG, "6 seconds apart");
        assertState(MachineCheckups.clock(NOW, NOW.minusSeconds(90), NOW), State.WRONG, "90 seconds apart");
        assertState(MachineCheckups.clock(NOW, NOW, NOW.plusSeconds(60)), State.WRONG, "later than now");
    }
}
