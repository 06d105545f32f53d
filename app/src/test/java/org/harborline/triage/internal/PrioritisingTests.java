// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Transactions;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.Designation;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.Priority;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.SafeguardingState;
import org.harborline.triage.WorkItem;
import org.harborline.triage.WorkList;
import org.harborline.triage.Worklists;
import org.harborline.triage.facts.OutcomeRecorded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TriageTest
class PrioritisingTests {

    private static final Actor ANALYST = Stage.person("analyst-1");
    private static final Actor SECOND = Stage.person("analyst-2");

    @Autowired
    Stage.Director director;

    @Autowired
    Worklists worklists;

    @Autowired
    TriageFollower follower;

    @Autowired
    Transactions transactions;

    @Autowired
    Stage.MovableClock clock;

    private ReportNumber escalated() {
        Invented report = director.invent();
        report.escalated = true;
        return director.file(report);
    }

    private void look(ReportNumber report, Set<FirstLookFact> yes) {
        worklists.recordFirstLook(ANALYST, new RecordFirstLook(report, yes, Set.of()));
        director.settle();
    }

    @Test
    void givesAReportItsPlaceWithReasonsTableVersionAndClocks() {
        Invented report = director.invent();
        report.type = IncidentType.ENTICEMENT;
        director.file(report);

        var standing = director.standing(report.number);

        assertThat(standing.priority()).isEqualTo(Priority.P2);
        assertThat(director.reasons(report.number)).containsExactly("category-enticement");
        assertThat(standing.tableVersion()).isEqualTo(1);
        assertThat(standing.firstLookDueAt()).isEqualTo(Instant.parse("2026-03-02T14:14:00Z"));
        assertThat(standing.referralDueAt()).isEqualTo(Instant.parse("2026-03-03T10:14:00Z"));
        assertThat(director.facts(report.number, "triage.report-prioritised"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.body()).contains("\"P2\"").contains("category-enticement"));
    }

    @Test
    void aLaterReportLiftsTheEarlierOnesItIsLinkedWithAndIsNamed() {
        ReportNumber first = director.file();
        ReportNumber second = director.file();
        director.link(second, first);
        assertThat(director.standing(first).priority()).isEqualTo(Priority.P3);

        ReportNumber third = escalated();
        director.link(third, first);
        director.link(third, second);

        for (ReportNumber earlier : List.of(first, second)) {
            assertThat(director.standing(earlier).priority()).isEqualTo(Priority.P2);
            assertThat(director.reasons(earlier)).contains("linked-with-p1:" + third);
            assertThat(director.facts(earlier, "triage.report-raised"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body()).contains(third.toString()));
        }
        assertThat(director.standing(third).priority()).isEqualTo(Priority.P1);
    }

    @Test
    void aReportThatBecomesP1AtFirstLookLiftsItsNeighboursAndNoFurther() {
        ReportNumber near = director.file();
        ReportNumber far = director.file();
        ReportNumber danger = director.file();
        director.link(danger, near);
        director.link(near, far);

        look(danger, Set.of(FirstLookFact.LIVE_EVENT));

        assertThat(director.standing(danger).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(danger).confirmed()).isTrue();
        assertThat(director.standing(near).priority()).isEqualTo(Priority.P2);
        assertThat(director.standing(far).priority()).isEqualTo(Priority.P3);
    }

    @Test
    void aCrossRoleAlertIsNoReason() {
        ReportNumber earlier = director.file();
        ReportNumber danger = escalated();

        director.alert(danger, earlier);

        assertThat(director.standing(earlier).priority()).isEqualTo(Priority.P3);
    }

    @Test
    void aCutLinkLowersNothingAndListsItForAPerson() {
        ReportNumber earlier = director.file();
        ReportNumber danger = escalated();
        director.link(danger, earlier);

        director.unlink(danger, earlier);

        var standing = director.standing(earlier);
        assertThat(standing.priority()).isEqualTo(Priority.P2);
        assertThat(standing.wouldBe()).isEqualTo(Priority.P3);
        assertThat(director.reasons(earlier)).contains("only-a-person-may-lower");
        assertThat(worklists.list(ANALYST, WorkList.KEPT, null, 200))
                .extracting(item -> item.standing().report())
                .contains(earlier)
                .doesNotContain(danger);

        worklists.lower(ANALYST, director.lowering(earlier, Priority.P3, LoweringReason.FACT_WAS_WRONG));
        director.settle();

        assertThat(director.standing(earlier).priority()).isEqualTo(Priority.P3);
        assertThat(director.standing(earlier).wouldBe()).isNull();
    }

    @Test
    void repeatsAfterADesignationAreRaisedAndWhatWasFiledBeforeItIsNot() {
        ReportNumber first = director.file();
        worklists.designate(ANALYST, first, DesignationReason.PAST_INCIDENT);
        director.settle();
        Invented before = director.invent();
        ReportNumber filedBefore = director.file(before);
        Invented after = director.invent();
        after.filedAt = clock.instant();
        ReportNumber repeat = director.file(after);

        director.link(filedBefore, first);
        director.link(repeat, first);

        assertThat(director.reasons(repeat)).contains("repeat-after-actionable:" + first);
        assertThat(director.standing(repeat).priority()).isEqualTo(Priority.P2);
        assertThat(director.reasons(filedBefore)).noneMatch(reason -> reason.startsWith("repeat"));
    }

    @Test
    void designatingAgainLeavesARepeatWhatItWasWhenItWasFiled() {
        ReportNumber first = director.file();
        worklists.designate(ANALYST, first, DesignationReason.PAST_INCIDENT);
        director.settle();
        ReportNumber repeat = filedNow();
        director.link(repeat, first);

        worklists.designate(SECOND, first, DesignationReason.NO_LOCATION);
        director.settle();
        ReportNumber later = filedNow();
        director.link(later, first);
        worklists.designate(ANALYST, first, DesignationReason.ONGOING_INCIDENT);
        director.settle();
        director.link(director.file(), repeat);
        director.link(director.file(), later);

        assertThat(director.reasons(repeat)).contains("repeat-after-actionable:" + first);
        assertThat(director.reasons(later)).contains("repeat-after-informational:" + first);
        assertThat(director.standing(first).designation()).isEqualTo(Designation.ACTIONABLE);
    }

    private ReportNumber filedNow() {
        Invented report = director.invent();
        report.filedAt = clock.instant();
        return director.file(report);
    }

    @Test
    void countsReportsAndIndependentSenders() {
        ReportNumber first = director.file();
        ReportNumber sameSender = director.file();
        director.link(sameSender, first);
        assertThat(director.reasons(first)).containsExactly("no-rule-matched");

        for (int i = 0; i < 2; i++) {
            Invented other = director.invent();
            other.provider = Ids.next();
            director.link(director.file(other), first);
        }

        assertThat(director.reasons(first)).contains("three-independent-senders", "several-reports");
        assertThat(director.standing(first).priority()).isEqualTo(Priority.P2);
    }

    @Test
    void designatesAgainAndKeepsTheHistory() {
        ReportNumber report = director.file();
        worklists.designate(ANALYST, report, DesignationReason.NO_LOCATION);
        worklists.designate(SECOND, report, DesignationReason.PAST_INCIDENT);
        director.settle();

        assertThat(director.standing(report).designation()).isEqualTo(Designation.ACTIONABLE);
        assertThat(worklists.designations(ANALYST, report))
                .extracting(step -> step.by() + " " + step.reason())
                .containsExactly("analyst-1 no-location", "analyst-2 past-incident");
    }

    @Test
    void aDesignatedReportThatRisesIsListed() {
        ReportNumber report = director.file();
        worklists.designate(ANALYST, report, DesignationReason.NO_LOCATION);
        director.settle();

        director.link(escalated(), report);

        assertThat(worklists.list(ANALYST, WorkList.RAISED_SINCE, null, 200))
                .extracting(item -> item.standing().report())
                .contains(report);
        assertThat(worklists.list(ANALYST, WorkList.OPEN, null, 200))
                .extracting(item -> item.standing().report())
                .doesNotContain(report);
    }

    @Test
    void aPossibleChildNeedsACheckBeforeReferral() {
        Invented report = director.invent();
        report.parties = List.of(Invented.party(org.harborline.intake.PartyRole.REPORTED_PERSON, 16, null, null));
        director.file(report);
        assertThat(director.standing(report.number).safeguardingState()).isEqualTo(SafeguardingState.NEEDED);
        assertThat(director.standing(report.number).mayBeChildOrVictim()).isTrue();

        worklists.checkSafeguarding(ANALYST, report.number, SafeguardingOutcome.SIGNS_DO_NOT_HOLD);
        director.settle();

        assertThat(director.standing(report.number).safeguardingState()).isEqualTo(SafeguardingState.DONE);
        assertThat(director.standing(report.number).mayBeChildOrVictim()).isFalse();
        assertThat(director.standing(director.file()).safeguardingState()).isEqualTo(SafeguardingState.NOT_NEEDED);
    }

    @Test
    void takesEachFactUpOnceAlsoWhenItIsHandedOverAgain() {
        Invented report = director.invent();
        report.escalated = true;
        director.file(report);
        var entry = director.facts(report.number, "intake.report-filed").getFirst();

        var again = follower.prepare(List.of(new org.harborline.journal.Follower.Followed(entry, report.filed())));

        transactions.run(() -> again.apply((cause, fact) -> {
            throw new AssertionError("nothing follows from a fact that was taken up");
        }));
        assertThat(director.facts(report.number, "triage.report-prioritised")).hasSize(1);
    }

    @Test
    void severalReportsOfOneSenderAreAReason() {
        ReportNumber first = director.file();
        director.link(director.file(), first);
        assertThat(director.standing(first).priority()).isEqualTo(Priority.P3);

        director.link(director.file(), first);

        assertThat(director.standing(first).priority()).isEqualTo(Priority.P2);
        assertThat(director.reasons(first)).containsExactly("several-reports");
    }

    @Test
    void aReportWhoseCaseEndedWithoutACrimeIsNoReasonForOthersAndLowersNothingByItself() {
        ReportNumber danger = escalated();
        ReportNumber second = director.file();
        Invented other = director.invent();
        other.provider = Ids.next();
        ReportNumber third = director.file(other);
        director.link(danger, second);
        director.link(third, second);
        assertThat(director.reasons(second))
                .containsExactlyInAnyOrder("linked-with-p1:" + danger, "several-reports", "two-independent-senders");

        director.happens(new OutcomeRecorded(danger, CaseOutcome.NO_CRIME));

        assertThat(director.standing(second).priority()).isEqualTo(Priority.P2);
        assertThat(director.standing(second).wouldBe()).isEqualTo(Priority.P3);
        assertThat(director.reasons(second))
                .containsExactlyInAnyOrder("only-a-person-may-lower", "two-independent-senders");
        assertThat(director.standing(danger).priority()).isEqualTo(Priority.P1);

        director.happens(new OutcomeRecorded(danger, null));
        assertThat(director.reasons(second)).contains("linked-with-p1:" + danger);
    }

    @Test
    void linksThatArriveBeforeTheReportCountWhenItComes() {
        Invented late = director.invent();
        ReportNumber danger = escalated();
        ReportNumber earlier = director.file();
        director.link(director.file(), earlier);
        director.link(late.number, danger);
        director.link(late.number, earlier);
        assertThat(director.standing(earlier).priority()).isEqualTo(Priority.P3);

        director.file(late);

        assertThat(director.reasons(late.number)).contains("linked-with-p1:" + danger);
        assertThat(director.reasons(earlier)).contains("several-reports");
        assertThat(director.standing(earlier).priority()).isEqualTo(Priority.P2);
    }

    @Test
    void ordersByLevelThenByTheClockAndPages() {
        var items = worklists.list(ANALYST, WorkList.OPEN, null, 3);
        var rest = worklists.list(
                ANALYST, WorkList.OPEN, items.isEmpty() ? null : items.getLast().position(), 200);
        var all = worklists.list(ANALYST, WorkList.OPEN, null, 200);

        var paged = new java.util.ArrayList<>(items);
        paged.addAll(rest);
        assertThat(paged.subList(0, Math.min(200, paged.size())))
                .extracting(item -> item.standing().report())
                .startsWith(all.stream().map(item -> item.standing().report()).toArray(ReportNumber[]::new));
        assertThat(all)
                .isSortedAccordingTo(java.util.Comparator.<WorkItem, Priority>comparing(
                                item -> item.standing().priority())
                        .thenComparingLong(WorkItem::place)
                        .thenComparing(item -> item.standing().report()));
    }
}
