// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Transactions;
import org.harborline.triage.Alarm;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.DesignationStep;
import org.harborline.triage.FirstLook;
import org.harborline.triage.Lease;
import org.harborline.triage.LowerPriority;
import org.harborline.triage.Lowering;
import org.harborline.triage.LoweringAnswer;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Priority;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.RotaContact;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.WorkItem;
import org.harborline.triage.WorkList;
import org.harborline.triage.WorkPosition;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks who may, then asks the part of triage that knows.
@Component
class WorklistDesk implements Worklists {

    private static final int LONGEST_PAGE = 200;

    private final WorkTables tables;
    private final WorkLeases leases;
    private final PriorityDecisions priorities;
    private final ReportDecisions decisions;
    private final Alarms alarms;
    private final DutyRota rota;
    private final Clock clock;

    WorklistDesk(
            WorkTables tables,
            WorkLeases leases,
            PriorityDecisions priorities,
            ReportDecisions decisions,
            Alarms alarms,
            DutyRota rota,
            Clock clock) {
        this.tables = tables;
        this.leases = leases;
        this.priorities = priorities;
        this.decisions = decisions;
        this.alarms = alarms;
        this.rota = rota;
        this.clock = clock;
    }

    @Override
    public Map<ReportNumber, ReportStanding> standings(Actor actor, Collection<ReportNumber> reports) {
        actor.require(Permission.REPORT_READ);
        return tables.standings().find(reports).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, found -> found.getValue().view()));
    }

    @Override
    public Optional<ReportStanding> find(Actor actor, ReportNumber report) {
        return Optional.ofNullable(standings(actor, List.of(report)).get(report));
    }

    @Override
    public List<WorkItem> list(Actor actor, WorkList list, @Nullable WorkPosition after, int limit) {
        actor.require(Permission.WORKLIST_USE);
        return items(tables.lists().page(list, after, Math.clamp(limit, 1, LONGEST_PAGE)));
    }

    @Override
    public List<WorkItem> held(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        return items(tables.lists().lines(tables.leases().heldBy(actor.id(), clock.instant())));
    }

    private List<WorkItem> items(List<ListTable.Line> lines) {
        List<ReportNumber> reports = lines.stream().map(ListTable.Line::report).toList();
        Map<ReportNumber, Standing> standings = tables.standings().find(reports);
        Map<ReportNumber, Lease> held = tables.leases().find(reports, clock.instant());
        var items = new ArrayList<WorkItem>();
        for (ListTable.Line line : lines) {
            Standing standing = standings.get(line.report());
            if (standing != null) {
                items.add(new WorkItem(
                        standing.view(), line.dueAt(), line.place(), line.links(), held.get(line.report())));
            }
        }
        return items;
    }

    @Override
    public Optional<Lease> lease(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        return Optional.ofNullable(
                tables.leases().find(List.of(report), clock.instant()).get(report));
    }

    @Override
    public Optional<ReportNumber> takeNext(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        return leases.takeNext(actor);
    }

    @Override
    public Lease take(Actor actor, ReportNumber report) {
        actor.require(Permission.WORKLIST_USE);
        return leases.claim(actor, report);
    }

    @Override
    public boolean keep(Actor actor, ReportNumber report) {
        actor.require(Permission.WORKLIST_USE);
        return leases.keep(actor, report);
    }

    @Override
    public void giveBack(Actor actor, ReportNumber report) {
        actor.require(Permission.WORKLIST_USE);
        leases.giveBack(actor, report);
    }

    @Override
    public void pause(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        leases.pause(actor);
    }

    @Override
    public void recordFirstLook(Actor actor, RecordFirstLook command) {
        actor.require(Permission.PRIORITY_DECIDE);
        decisions.recordFirstLook(actor, command);
    }

    @Override
    public FirstLook firstLook(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        return tables.decisions().lastFirstLook(report).orElse(FirstLook.NONE);
    }

    @Override
    public void confirm(Actor actor, ReportNumber report) {
        actor.require(Permission.PRIORITY_DECIDE);
        priorities.confirm(actor, report);
    }

    @Override
    public void raise(Actor actor, ReportNumber report, Priority to) {
        actor.require(Permission.PRIORITY_DECIDE);
        priorities.raise(actor, report, to);
    }

    @Override
    public LoweringAnswer lower(Actor actor, LowerPriority command) {
        actor.require(Permission.PRIORITY_DECIDE);
        return priorities.lower(actor, command);
    }

    @Override
    public void answerLowering(Actor actor, UUID lowering, boolean agreed) {
        requirePerson(actor, Permission.PRIORITY_LOWER_CONFIRM);
        priorities.answer(actor, lowering, agreed);
    }

    @Override
    public List<Lowering> waitingLowerings(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        return tables.lowerings().waiting();
    }

    @Override
    public List<Lowering> lowerings(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        return tables.lowerings().of(report);
    }

    @Override
    public void designate(Actor actor, ReportNumber report, DesignationReason reason) {
        requirePerson(actor, Permission.DESIGNATE);
        decisions.designate(actor, report, reason);
    }

    @Override
    public List<DesignationStep> designations(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        return tables.decisions().designations(report);
    }

    @Override
    public void checkSafeguarding(Actor actor, ReportNumber report, SafeguardingOutcome outcome) {
        requirePerson(actor, Permission.PRIORITY_DECIDE);
        decisions.checkSafeguarding(actor, report, outcome);
    }

    @Override
    public List<Alarm> alarms(Actor actor) {
        actor.require(Permission.WORKLIST_USE);
        return alarms.unacknowledged();
    }

    @Override
    public Optional<Alarm> alarm(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        return alarms.find(report);
    }

    @Override
    public void acknowledge(Actor actor, ReportNumber report) {
        requirePerson(actor, Permission.PAGE_ACKNOWLEDGE);
        tables.transactions().run(() -> {
            Instant now = clock.instant();
            boolean stopped = alarms.seenBy(actor, report, now);
            boolean free = !tables.leases().find(List.of(report), now).containsKey(report);
            if (stopped && free && actor.may(Permission.WORKLIST_USE)) {
                leases.claim(actor, report);
            }
        });
    }

    @Override
    public boolean somebodyCanBePaged() {
        return rota.reachesSomebody();
    }

    @Override
    public List<RotaContact> rota(Actor actor) {
        actor.require(Permission.OPERATE);
        return rota.open(actor.isPerson() ? actor.with(Purpose.OPERATION) : actor);
    }

    @Override
    public UUID addToRota(Actor actor, NewRotaContact contact) {
        actor.require(Permission.OPERATE);
        return rota.add(actor, contact);
    }

    @Override
    public void removeFromRota(Actor actor, UUID contact) {
        actor.require(Permission.OPERATE);
        rota.remove(actor, contact);
    }

    /// Some decisions are never made by a part of Harborline, whatever it may do otherwise.
    private static void requirePerson(Actor actor, Permission permission) {
        actor.require(permission);
        if (!actor.isPerson()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    /// The tables that reading needs.
    @Component
    record WorkTables(
            StandingTable standings,
            ListTable lists,
            LeaseTable leases,
            LoweringTable lowerings,
            DecisionTable decisions,
            Transactions transactions) {}
}
