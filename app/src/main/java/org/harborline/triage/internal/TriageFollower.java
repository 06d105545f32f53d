// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Actor;
import org.harborline.triage.facts.FirstLookRecorded;
import org.harborline.triage.facts.OutcomeRecorded;
import org.harborline.triage.facts.PriorityConfirmed;
import org.harborline.triage.facts.PriorityLowered;
import org.harborline.triage.facts.PriorityRaised;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.SafeguardingChecked;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Gives every filed report its place and moves it when something becomes known: a link, a first look, a person's
/// decision. Paging is enqueued in the same transaction as the place, so that no crash can lose it.
@Component
class TriageFollower implements Follower {

    private static final Actor ACTOR = Actor.system("triage");

    private final Reports reports;
    private final StandingTable table;
    private final ActivationTable activations;
    private final RuleBook book;
    private final Deadlines deadlines;
    private final DutyPager pager;

    TriageFollower(
            Reports reports,
            StandingTable table,
            ActivationTable activations,
            RuleBook book,
            Deadlines deadlines,
            DutyPager pager) {
        this.reports = reports;
        this.table = table;
        this.activations = activations;
        this.book = book;
        this.deadlines = deadlines;
        this.pager = pager;
    }

    @Override
    public String name() {
        return "triage";
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(
                ReportFiled.class,
                ReportsLinked.class,
                LinkRestored.class,
                LinkWithdrawn.class,
                FirstLookRecorded.class,
                PriorityConfirmed.class,
                PriorityRaised.class,
                PriorityLowered.class,
                ReportDesignated.class,
                OutcomeRecorded.class,
                SafeguardingChecked.class,
                RecordErased.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of("triage.neighbour", "triage.report");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        return prepare(batch, Past.NONE);
    }

    @Override
    public Changes replay(List<Followed> batch, Recorded recorded) {
        return prepare(batch, new Past(recorded));
    }

    private Changes prepare(List<Followed> batch, Past past) {
        var neighbourhood = new Neighbourhood(table);
        neighbourhood.load(
                batch.stream().flatMap(one -> touched(one.fact())).distinct().toList());
        neighbourhood.loadAround(filed(batch));
        var work = new TriageBatch(neighbourhood, book, activations.read(), deadlines, received(batch), past);
        batch.forEach(work::take);
        return consequences -> {
            table.write(neighbourhood);
            batch.forEach(followed -> {
                if (followed.fact() instanceof RecordErased erased) {
                    table.forget(report(erased));
                }
            });
            work.made().forEach(made -> consequences.record(made.cause(), made.fact()));
            if (!consequences.replaying()) {
                work.pages().forEach(pager::enqueue);
            }
        };
    }

    static ReportNumber report(RecordErased erased) {
        return new ReportNumber(Long.parseLong(erased.record().id()));
    }

    private static List<ReportNumber> filed(List<Followed> batch) {
        return batch.stream()
                .map(Followed::fact)
                .filter(ReportFiled.class::isInstance)
                .map(fact -> ((ReportFiled) fact).report())
                .toList();
    }

    private Map<ReportNumber, ReceivedReport> received(List<Followed> batch) {
        List<ReportNumber> filed = filed(batch);
        return filed.isEmpty() ? Map.of() : reports.open(ACTOR, filed);
    }

    private static java.util.stream.Stream<ReportNumber> touched(Fact fact) {
        return switch (fact) {
            case ReportsLinked linked -> java.util.stream.Stream.of(linked.report(), linked.other());
            case LinkRestored restored -> java.util.stream.Stream.of(restored.report(), restored.other());
            case LinkWithdrawn withdrawn -> java.util.stream.Stream.of(withdrawn.report(), withdrawn.other());
            default ->
                java.util.stream.Stream.of(
                        new ReportNumber(Long.parseLong(fact.subject().id())));
        };
    }
}
