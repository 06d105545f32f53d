// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.IncidentType;
import org.harborline.platform.Code;
import org.junit.jupiter.api.Test;

/// What versions of the rubric have in common.
class RubricsTests {

    private static final RubricLine ACCOUNT = line("account", 0);

    private static RubricLine line(String id, int bit) {
        return new RubricLine(
                new Code(id),
                bit,
                RubricPart.WHO,
                1,
                null,
                false,
                Set.of(IncidentType.values()),
                List.of("one"),
                Map.of("en", "something"));
    }

    private static Rubric rubric(String version, RubricLine... lines) {
        return new Rubric(new Code(version), Set.of(), Arrays.asList(lines));
    }

    @Test
    void aLineMayComeAndGo() {
        Rubric first = rubric("2026-11", ACCOUNT, line("place", 1));
        Rubric second = rubric("2026-12", ACCOUNT, line("words", 2));

        assertThat(Rubrics.together(List.of(first, second)))
                .containsEntry(new Code("2026-11"), first)
                .containsEntry(new Code("2026-12"), second);
    }

    @Test
    void noLineMovesAndNoneTakesTheBitOfAnother() {
        Rubric first = rubric("2026-11", ACCOUNT);

        refused(first, rubric("2026-12", line("account", 1)));
        refused(first, rubric("2026-12", line("place", 0)));
    }

    private static void refused(Rubric first, Rubric second) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rubrics.together(List.of(first, second)))
                .withMessageContaining("2026-12");
    }
}
