// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
import org.harborline.linking.WithdrawalReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Cuts that are made and undone while linking is behind. What they do is told in the order of the journal, so whoever
/// follows ends with what is in effect.
@TestPropertySource(properties = "harborline.test.context=cut-order")
class CutOrderTests extends LinkingCase {

    @Autowired
    private ApplicationContext context;

    @Test
    void restoresNoLinkWhoseIdentifierSpreadBeforeTheCutWasUndone() {
        var one = reports.file(email("late.spread@town.example"));
        var two = reports.file(email("late.spread@town.example"));
        settle();
        Cut cut = links.cut(ANALYST, ReportPair.of(two, one), CutReason.SHARED);
        settle();

        JournalControl.stopped(context, () -> {
            for (int i = 0; i < 3; i++) {
                reports.file(email("late.spread@town.example"));
            }
            links.undoCut(ANALYST, cut.id());
        });
        settle();

        assertThat(linkedTo(two)).isEmpty();
        assertThat(facts(two, one))
                .containsExactly(
                        "linking.reports-linked", "linking.link-cut", "linking.link-withdrawn", "linking.cut-undone");
        rebuildsTheSame();
    }

    @Test
    void withdrawsALinkThatWasMadeAnewBeforeItWasCut() {
        var known = reports.file(email("late.cut@town.example"));
        var report = reports.file(email("late.cut.inside@town.example"));
        UUID finding = links.record(ANALYST, finding(report, "late.cut@town.example"));
        settle();
        links.withdraw(ANALYST, report, finding, WithdrawalReason.OTHER_PERSON);
        settle();

        JournalControl.stopped(context, () -> {
            links.record(ANALYST, finding(report, "late.cut@town.example"));
            links.cut(ANALYST, ReportPair.of(report, known), CutReason.SHARED);
        });
        settle();

        assertThat(linkedTo(report)).isEmpty();
        assertThat(facts(report, known))
                .containsExactly(
                        "linking.reports-linked",
                        "linking.link-withdrawn",
                        "linking.link-cut",
                        "linking.reports-linked",
                        "linking.link-withdrawn");
        rebuildsTheSame();
    }

    @Test
    void tellsEachOfSeveralDecisionsThatAreTakenUpTogether() {
        ReportNumber one = reports.file(email("to.and.fro@town.example"));
        ReportNumber two = reports.file(email("to.and.fro@town.example"));
        settle();
        var pair = ReportPair.of(two, one);

        JournalControl.stopped(context, () -> {
            links.undoCut(ANALYST, links.cut(ANALYST, pair, CutReason.SHARED).id());
            links.cut(ANALYST, pair, CutReason.RECYCLED);
            reports.file(email("to.and.fro@town.example"));
        });
        settle();

        assertThat(linkedTo(two)).doesNotContain(one).hasSize(1);
        assertThat(facts(two, one))
                .filteredOn(type -> type.equals("linking.link-withdrawn") || type.equals("linking.link-restored"))
                .containsExactly("linking.link-withdrawn", "linking.link-restored", "linking.link-withdrawn");
        rebuildsTheSame();
    }

    private void rebuildsTheSame() {
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
    }
}
