// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// What is to be done next and by whom, and what people decided about it.
///
/// A report is worked on under a lease: the first decision on a free report takes it, and a decision on a report that
/// somebody else holds is refused with [TriageProblem#LEASED_BY_ANOTHER].
public interface Worklists {

    /// Where reports stand, with one statement. Reports that triage has not taken up yet are absent.
    Map<ReportNumber, ReportStanding> standings(Actor actor, Collection<ReportNumber> reports);

    /// As [#standings], for one.
    Optional<ReportStanding> find(Actor actor, ReportNumber report);

    /// One page of a list, strictest first; inside a level by the clock, then by what makes a report more urgent.
    ///
    /// @param after the last one of the page before; absent for the first page
    List<WorkItem> list(Actor actor, WorkList list, @Nullable WorkPosition after, int limit);

    /// What the actor holds.
    List<WorkItem> held(Actor actor);

    /// Who holds a report now.
    Optional<Lease> lease(Actor actor, ReportNumber report);

    /// Gives the actor the most urgent report that nobody holds; empty when there is none.
    Optional<ReportNumber> takeNext(Actor actor);

    /// Gives the actor this report, or prolongs the lease.
    Lease take(Actor actor, ReportNumber report);

    /// Prolongs the leases of a page that is still open.
    ///
    /// @return false when the actor no longer holds the report
    boolean keep(Actor actor, ReportNumber report);

    /// Gives a report back.
    void giveBack(Actor actor, ReportNumber report);

    /// Gives everything back. Nobody is told and nothing is counted.
    void pause(Actor actor);

    /// Answers the coded questions of the first look.
    void recordFirstLook(Actor actor, RecordFirstLook command);

    /// The answers recorded last, whether the priority was worked out from them already or not: whoever changes one
    /// sends the others again, and must not send what was changed before.
    FirstLook firstLook(Actor actor, ReportNumber report);

    /// Confirms that the present level is right.
    void confirm(Actor actor, ReportNumber report);

    /// Raises a priority; needs nobody else.
    void raise(Actor actor, ReportNumber report, Priority to);

    /// Lowers a priority. A confirmed P1 then waits for a second person.
    LoweringAnswer lower(Actor actor, LowerPriority command);

    /// Agrees or declines as the second person, who must not be the one who asked.
    void answerLowering(Actor actor, UUID lowering, boolean agreed);

    /// Lowerings that wait for a second person, oldest first.
    List<Lowering> waitingLowerings(Actor actor);

    /// All lowerings of a report, oldest first.
    List<Lowering> lowerings(Actor actor, ReportNumber report);

    /// Designates a report, for the first time or again. A P1 is lowered before it can be informational.
    void designate(Actor actor, ReportNumber report, DesignationReason reason);

    /// All designations of a report, oldest first.
    List<DesignationStep> designations(Actor actor, ReportNumber report);

    /// Records the outcome of the possible-child check.
    void checkSafeguarding(Actor actor, ReportNumber report, SafeguardingOutcome outcome);

    /// Unconfirmed P1s that nobody has acknowledged, soonest end first.
    List<Alarm> alarms(Actor actor);

    /// The alarm of a report, acknowledged or not.
    Optional<Alarm> alarm(Actor actor, ReportNumber report);

    /// Acknowledges a page, so that it is not repeated, and takes the report. A second acknowledgement changes nothing,
    /// nor does one that comes when the report was decided.
    void acknowledge(Actor actor, ReportNumber report);

    /// Whether anybody on the rota can be reached. When not, every page about danger now must say so.
    boolean somebodyCanBePaged();

    /// Who is paged, first step first. Names and addresses are opened for this.
    List<RotaContact> rota(Actor actor);

    /// Puts somebody on the rota.
    UUID addToRota(Actor actor, NewRotaContact contact);

    /// Takes somebody off the rota.
    void removeFromRota(Actor actor, UUID contact);
}
