// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.ProblemException;
import org.harborline.triage.Designation;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.Lowering;
import org.harborline.triage.LoweringAnswer;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.Priority;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.Worklists;
import org.harborline.triage.facts.PriorityConfirmed;
import org.harborline.triage.facts.PriorityLowered;
import org.harborline.triage.facts.PriorityRaised;
import org.harborline.triage.facts.ReportDesignated;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TriageTest
class PersonalDecisionTests {

    private static final Actor ANALYST = Stage.person("analyst-1");
    private static final Actor SECOND = Stage.person("analyst-2");

    @Autowired
    Stage.Director director;

    @Autowired
    Worklists worklists;

    private ReportNumber escalated() {
        Invented report = director.invent();
        report.escalated = true;
        return director.file(report);
    }

    private void look(ReportNumber report, Set<FirstLookFact> yes) {
        worklists.recordFirstLook(ANALYST, new RecordFirstLook(report, yes, Set.of()));
        director.settle();
    }

    private static ProblemException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, call);
    }

    @Test
    void onePersonLowersAnUnconfirmedP1WithAReasonAndTheSendersWordRaisesItNoMore() {
        ReportNumber report = escalated();

        var answer = worklists.lower(ANALYST, director.lowering(report, Priority.P3, LoweringReason.NO_DANGER_STATED));
        director.settle();
        ReportNumber other = director.file();
        director.link(other, report);

        assertThat(answer).isInstanceOf(LoweringAnswer.Lowered.class);
        assertThat(director.standing(report).priority()).isEqualTo(Priority.P3);
        assertThat(director.standing(report).setAside())
                .extracting(Object::toString)
                .containsExactly("sender-escalated");
    }

    @Test
    void confirmingOrRaisingWhatAPersonLoweredDoesNotBringTheSendersWordBack() {
        ReportNumber report = escalated();
        worklists.lower(ANALYST, director.lowering(report, Priority.P3, LoweringReason.NO_DANGER_STATED));
        director.settle();

        worklists.confirm(ANALYST, report);
        director.settle();
        assertThat(director.standing(report).priority()).isEqualTo(Priority.P3);
        assertThat(director.reasons(report)).containsExactly("raised-or-confirmed-by-person");

        worklists.raise(ANALYST, report, Priority.P2);
        director.settle();
        assertThat(director.standing(report).priority()).isEqualTo(Priority.P2);
        assertThat(director.standing(report).setAside())
                .extracting(Object::toString)
                .containsExactly("sender-escalated");
    }

    @Test
    void dangerThatIsStatedAnewCountsAgainAfterItWasSetAside() {
        ReportNumber report = director.file();
        look(report, Set.of(FirstLookFact.CONTACT));
        worklists.lower(ANALYST, director.lowering(report, Priority.P3, LoweringReason.DANGER_PASSED));
        director.settle();

        look(report, Set.of());
        look(report, Set.of(FirstLookFact.CONTACT));

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P2);
    }

    @Test
    void lowersAConfirmedP1OnlyWithASecondPerson() {
        ReportNumber report = escalated();
        worklists.confirm(ANALYST, report);
        director.settle();
        assertThat(director.standing(report).confirmed()).isTrue();

        var command = director.lowering(report, Priority.P2, LoweringReason.DANGER_PASSED);
        UUID asked = ((LoweringAnswer.NeedsSecondPerson) worklists.lower(ANALYST, command)).lowering();
        director.settle();

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(refused(() -> worklists.lower(ANALYST, command)).type()).isEqualTo(TriageProblem.LOWERING_WAITS);
        assertThat(refused(() -> worklists.answerLowering(ANALYST, asked, true)).type())
                .isEqualTo(TriageProblem.SECOND_PERSON_NEEDED);
        assertThat(refused(() -> worklists.answerLowering(
                                Stage.person("analyst-3", org.harborline.platform.Permission.PRIORITY_LOWER_CONFIRM),
                                asked,
                                true))
                        .type())
                .isEqualTo(org.harborline.platform.PlatformProblem.NOT_FOUND);
        assertThatThrownBy(() -> worklists.answerLowering(Actor.system("anything"), asked, true))
                .isInstanceOf(ProblemException.class);

        worklists.answerLowering(SECOND, asked, true);
        director.settle();

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P2);
        assertThat(worklists.lowerings(ANALYST, report)).singleElement().satisfies(lowering -> {
            assertThat(lowering.state()).isEqualTo(Lowering.State.AGREED);
            assertThat(lowering.answeredBy()).isEqualTo("analyst-2");
        });
        assertThat(refused(() -> worklists.answerLowering(SECOND, asked, false)).type())
                .isEqualTo(org.harborline.platform.PlatformProblem.CHANGED_MEANWHILE);
    }

    @Test
    void dangerThatBecameKnownBetweenThePageAndTheDecisionIsNotSetAside() {
        ReportNumber report = escalated();
        var command = director.lowering(report, Priority.P3, LoweringReason.NO_DANGER_STATED);
        look(report, Set.of(FirstLookFact.LIVE_EVENT));

        assertThat(refused(() -> worklists.lower(ANALYST, command)).type()).isEqualTo(TriageProblem.REASONS_CHANGED);
        director.happens(new PriorityLowered(
                report,
                Priority.P1,
                Priority.P3,
                Code.of("danger-passed"),
                List.of(Code.of("sender-escalated")),
                Code.of("analyst-1"),
                true));

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(report).setAside())
                .extracting(Object::toString)
                .containsExactly("sender-escalated");
        assertThat(director.reasons(report)).contains("live-event");
    }

    @Test
    void theSecondPersonDoesNotAgreeToWhatWasAskedBeforeAFurtherReason() {
        ReportNumber report = director.file();
        look(report, Set.of(FirstLookFact.MISSING_CHILD));
        UUID asked = ((LoweringAnswer.NeedsSecondPerson)
                        worklists.lower(ANALYST, director.lowering(report, Priority.P3, LoweringReason.DANGER_PASSED)))
                .lowering();

        look(report, Set.of(FirstLookFact.MISSING_CHILD, FirstLookFact.SELF_HARM_RISK));

        assertThat(refused(() -> worklists.answerLowering(SECOND, asked, true)).type())
                .isEqualTo(TriageProblem.REASONS_CHANGED);
        worklists.answerLowering(SECOND, asked, false);
        assertThat(worklists.lowerings(ANALYST, report).getLast().state()).isEqualTo(Lowering.State.DECLINED);
    }

    @Test
    void aDeclinedLoweringLeavesThePriorityAndMayBeAskedAgain() {
        ReportNumber report = director.file();
        look(report, Set.of(FirstLookFact.MISSING_CHILD));
        var command = director.lowering(report, Priority.P3, LoweringReason.DANGER_PASSED);
        UUID asked = ((LoweringAnswer.NeedsSecondPerson) worklists.lower(ANALYST, command)).lowering();

        worklists.answerLowering(SECOND, asked, false);
        director.settle();

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(worklists.lower(ANALYST, command)).isInstanceOf(LoweringAnswer.NeedsSecondPerson.class);
    }

    @Test
    void anAnswerTakenBackAtFirstLookDoesNotLowerAP1() {
        ReportNumber report = director.file();
        look(report, Set.of(FirstLookFact.SELF_HARM_RISK));

        look(report, Set.of());

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(report).wouldBe()).isEqualTo(Priority.P3);
    }

    @Test
    void aPersonRaisesAtOnce() {
        ReportNumber report = director.file();

        worklists.raise(ANALYST, report, Priority.P1);
        director.settle();

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(report).confirmed()).isTrue();
        assertThat(refused(() -> worklists.raise(ANALYST, report, Priority.P1)).type())
                .isEqualTo(TriageProblem.LEVEL_DOES_NOT_MOVE);
    }

    @Test
    void whatAPersonDecidedOnAnOutdatedPageLowersNothing() {
        ReportNumber report = director.file();
        director.happens(new PriorityRaised(report, Priority.P3, Priority.P1));

        director.happens(new PriorityConfirmed(report, Priority.P3));
        director.happens(new PriorityRaised(report, Priority.P3, Priority.P2));

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(report).wouldBe()).isNull();
        assertThat(director.reasons(report)).contains("raised-or-confirmed-by-person");
    }

    @Test
    void aConfirmationOfAMilderLevelDoesNotConfirmAP1() {
        ReportNumber report = escalated();

        director.happens(new PriorityConfirmed(report, Priority.P3));

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(report).confirmed()).isFalse();
    }

    @Test
    void aP1IsNotClosedAsInformationalByOnePerson() {
        ReportNumber report = escalated();

        assertThat(refused(() -> worklists.designate(ANALYST, report, DesignationReason.LIMITED_INFORMATION))
                        .type())
                .isEqualTo(TriageProblem.LOWER_FIRST);

        worklists.designate(ANALYST, report, DesignationReason.ONGOING_INCIDENT);
        director.settle();
        assertThat(director.standing(report).designation()).isEqualTo(Designation.ACTIONABLE);
    }

    @Test
    void noAnswerTakenBackAfterTheDesignationLetsOnePersonCloseAP1() {
        ReportNumber report = director.file();
        look(report, Set.of(FirstLookFact.LIVE_EVENT));
        worklists.designate(ANALYST, report, DesignationReason.ONGOING_INCIDENT);
        director.settle();

        look(report, Set.of());

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(refused(() -> worklists.designate(ANALYST, report, DesignationReason.LIMITED_INFORMATION))
                        .type())
                .isEqualTo(TriageProblem.LOWER_FIRST);
    }

    @Test
    void aLoweringByOnePersonDoesNotLowerWhatWasConfirmedMeanwhile() {
        ReportNumber report = escalated();
        director.happens(new PriorityConfirmed(report, Priority.P1));

        director.happens(new PriorityLowered(
                report,
                Priority.P1,
                Priority.P3,
                Code.of("danger-passed"),
                List.of(Code.of("sender-escalated")),
                Code.of("analyst-1"),
                false));

        assertThat(director.standing(report).priority()).isEqualTo(Priority.P1);
        assertThat(director.standing(report).wouldBe()).isEqualTo(Priority.P3);
    }

    @Test
    void aReportClosedWhileDangerBecameKnownIsListed() {
        ReportNumber report = escalated();

        director.happens(new ReportDesignated(report, Designation.INFORMATIONAL, Code.of("limited-information")));

        assertThat(director.standing(report).raisedSince()).isTrue();
    }
}
