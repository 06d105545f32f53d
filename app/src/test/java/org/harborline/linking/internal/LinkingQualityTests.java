// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.harborline.synthetic.linking.ExactKind;
import org.harborline.synthetic.linking.LinkingReports;
import org.harborline.synthetic.linking.LinkingTrap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Links of reports of which the truth is known. In the build 5,000 of them; with
/// `-Dharborline.linking.quality.reports=100000`, or `./harborline bench linking-quality`, as many as one likes.
class LinkingQualityTests extends LinkingCase {

    private static final int REPORTS = Integer.getInteger("harborline.linking.quality.reports", 5_000);
    private static final int CHAPTERS = Math.max(1, REPORTS / LinkingReports.CHAPTER);
    private static final long SEED = Long.getLong("harborline.linking.quality.seed", 7);

    /// A value that a sender puts into every report shows by what it stands beside, once it is in many: in a small set
    /// the limits are low.
    private static final int USUAL_LIMIT = 200;

    private static final int USUAL_COMPANIONS = 100;

    @Autowired
    private LoadListsCommand lists;

    @DynamicPropertySource
    static void limit(DynamicPropertyRegistry settings) {
        settings.add("harborline.linking.fan-out-limit", () -> Math.min(USUAL_LIMIT, 2 * CHAPTERS));
        settings.add("harborline.linking.companion-limit", () -> Math.min(USUAL_COMPANIONS, 2 * CHAPTERS));
    }

    @Test
    void groupsWhatBelongsTogetherAndFallsIntoNoTrap() {
        assertThat(lists.run(List.of("src/test/resources/linking/lists"))).isZero();
        var run = new QualityRun(this);
        LinkingReports.seeded(SEED).chapters().limit(CHAPTERS).forEach(run::take);
        settle();

        QualityFigures figures = run.figures();
        new QualityReport(figures).write(Path.of("target"));

        assertThat(figures.traps()).containsOnlyKeys(LinkingTrap.values());
        assertThat(figures.traps().values()).allMatch(count -> count.planted() >= CHAPTERS);
        assertThat(figures.traps().entrySet().stream()
                        .filter(one -> one.getValue().hit() > 0)
                        .map(Map.Entry::getKey))
                .as("traps that were grouped")
                .isEmpty();
        assertThat(figures.kinds().keySet())
                .extracting(ExactKind::rule)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ExactKind.values()).map(ExactKind::rule).toList());
        assertThat(figures.kinds().entrySet().stream()
                        .filter(one -> one.getValue().share() < 0.98)
                        .map(Map.Entry::getKey))
                .as("kinds of which too few were found")
                .isEmpty();
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(figures.clusterPrecision()).isGreaterThanOrEqualTo(0.999);
        assertThat(run.refusedFindings()).as("numbers of cards").isEqualTo(2 * CHAPTERS);
    }
}
