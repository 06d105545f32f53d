// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What of a draft is sent, and for which one people are paged.
class DoorDraftTests {

    private static DoorDraft draft(Map<DoorField, String> answers) {
        return new DoorDraft(DoorEntry.ADULT, false, List.of(), null, new UUID(0, 1), "en", answers, Instant.EPOCH);
    }

    @Test
    void keepsWhatIsAskedAndDropsWhatALaterAnswerTookAway() {
        var said = Map.of(
                DoorField.ABOUT, "contact",
                DoorField.MEETING, "yes",
                DoorField.WHERE, "app",
                DoorField.SERVICE, "Example Chat");
        assertThat(draft(said).asAsked().answers()).isEqualTo(said);

        DoorDraft changed = draft(said).with(Map.of(DoorField.ABOUT, "material", DoorField.WHERE, "person"));
        assertThat(changed.urgent()).isTrue();
        assertThat(changed.asAsked().answers())
                .isEqualTo(Map.of(DoorField.ABOUT, "material", DoorField.WHERE, "person"));
        assertThat(changed.asAsked().urgent()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorField.class,
            names = {"MEETING", "THREAT", "MISSING"})
    void isUrgentWithAnyAnswerForWhichPeopleArePaged(DoorField field) {
        assertThat(draft(Map.of(field, "yes")).urgent()).isTrue();
        assertThat(draft(Map.of(field, "unknown")).urgent()).isFalse();
    }

    @Test
    void countsTheEndOfALineOnceAsBrowsersDo() {
        String typed = "x\r\n".repeat(DoorField.TELL.longest() / 2 - 1) + "xy";
        assertThat(DoorField.TELL.refuses(typed)).isFalse();
        assertThat(DoorField.TELL.refuses(typed + "z")).isTrue();
        assertThat(DoorField.plain("a\r\nb")).isEqualTo("a\nb");
    }
}
