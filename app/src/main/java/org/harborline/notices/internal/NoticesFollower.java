// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.facts.TextRevealed;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.notices.OutwardStanding;
import org.harborline.notices.facts.StateChanged;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.triage.facts.FirstLookRecorded;
import org.harborline.triage.facts.PriorityConfirmed;
import org.harborline.triage.facts.PriorityLowered;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportTaken;
import org.harborline.triage.facts.SafeguardingChecked;
import org.springframework.stereotype.Component;

/// Keeps what senders are told of their reports. What was told when a fact came stands when the table is built again,
/// whatever is set by then.
@Component
class NoticesFollower implements Follower {

    static final String NAME = "notices";

    private final StandingTable standings;
    private final Release release;

    NoticesFollower(StandingTable standings, Release release) {
        this.standings = standings;
        this.release = release;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(
                ReportFiled.class,
                ReportTaken.class,
                FirstLookRecorded.class,
                SafeguardingChecked.class,
                PriorityConfirmed.class,
                PriorityLowered.class,
                ReportDesignated.class,
                TextRevealed.class,
                PackageDelivered.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of("notices.standing");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        return prepare(batch, new Taken(release));
    }

    @Override
    public Changes replay(List<Followed> batch, Recorded recorded) {
        return prepare(batch, new Taken(release, recorded));
    }

    private Changes prepare(List<Followed> batch, Taken taken) {
        Map<ReportNumber, Standing> before = standings.find(
                batch.stream().map(one -> report(one.fact())).distinct().toList());
        var now = new HashMap<>(before);
        var told = new ArrayList<Told>();
        for (Followed followed : batch) {
            ReportNumber report = report(followed.fact());
            Optional<Standing> was = Optional.ofNullable(now.get(report));
            taken.up(was, followed).ifPresent(is -> {
                now.put(report, is);
                was.flatMap(is::since).ifPresent(step -> told.add(new Told(followed.entry(), is, step)));
            });
        }
        List<Standing> changed = now.values().stream()
                .filter(one -> !one.equals(before.get(one.report())))
                .toList();
        return consequences -> {
            standings.write(changed);
            told.forEach(one -> consequences.record(one.cause(), one.fact()));
        };
    }

    /// Which report a fact changes for its sender.
    private static ReportNumber report(Fact fact) {
        return new ReportNumber(Long.parseLong(fact.subject().id()));
    }

    /// Something that a sender is told.
    private record Told(Entry cause, Standing standing, OutwardStanding.Step step) {

        StateChanged fact() {
            return new StateChanged(standing.report(), standing.provider(), step.state(), step.at());
        }
    }
}
