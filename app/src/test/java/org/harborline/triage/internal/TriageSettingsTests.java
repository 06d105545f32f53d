// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriageSettingsTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static TriageSettings every(Duration page, Duration late, Duration seenTo) {
        return new TriageSettings(ZoneOffset.UTC, LocalTime.NOON, Set.of(), page, late, seenTo, MINUTE);
    }

    @Test
    void refusesToCallWithoutAPause() {
        assertThat(every(MINUTE, MINUTE, MINUTE).lateEvery()).isEqualTo(MINUTE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> every(Duration.ZERO, MINUTE, MINUTE))
                .withMessageContaining("page-every");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> every(MINUTE, MINUTE.negated(), MINUTE))
                .withMessageContaining("late-every");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> every(MINUTE, MINUTE, Duration.ZERO))
                .withMessageContaining("late-seen-to");
    }
}
