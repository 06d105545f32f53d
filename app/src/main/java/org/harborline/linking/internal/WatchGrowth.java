// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.GrowthAlarm;
import org.harborline.linking.Link;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tie;
import org.harborline.linking.facts.ClusterGrew;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Measures clusters that gained a link or lost one, and raises an alarm when one passes a limit. A few are
/// measured in one transaction, which also takes their reports off the list: if it stops on the way, they are measured
/// next time, and no alarm is raised twice. A rebuild puts nothing on the list.
@Component
class WatchGrowth {

    static final String TASK = "linking.watch-growth";
    private static final Actor ACTOR = Actor.system("watch-growth");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 50;

    private final LinkTables tables;
    private final LinkReading links;
    private final GrowthLimits limits;
    private final LinkDesk.Decisions decisions;

    WatchGrowth(LinkTables tables, LinkReading links, GrowthLimits limits, LinkDesk.Decisions decisions) {
        this.tables = tables;
        this.links = links;
        this.limits = limits;
        this.decisions = decisions;
    }

    void run() {
        int taken;
        do {
            taken = decisions.transactions().write(this::measureSome);
        } while (taken == BATCH);
    }

    private int measureSome() {
        List<ReportNumber> taken = tables.growth().take(BATCH);
        Set<ReportNumber> measured = new HashSet<>();
        for (ReportNumber report : taken) {
            if (!measured.contains(report)) {
                measured.addAll(measure(report));
            }
        }
        return taken.size();
    }

    /// @return the reports of its cluster
    private List<ReportNumber> measure(ReportNumber report) {
        List<ReportNumber> members = tables.reasons().cluster(report, GrowthLimits.MOST);
        Instant now = decisions.clock().instant();
        Instant dayAgo = now.minus(GrowthLimits.DAY);
        tables.growth().endAlarms(members, members.size(), dayAgo, now);
        int passed = limits.passed(members.size());
        if (passed > 0 && !tables.growth().isRaised(members, GrowthAlarm.Kind.SIZE, passed)) {
            raise(report, GrowthAlarm.Kind.SIZE, members.size(), passed);
        }
        int gained = members.size() <= limits.daily() ? 0 : tables.growth().linkedSince(members, dayAgo);
        if (gained > limits.daily() && !tables.growth().isRaised(members, GrowthAlarm.Kind.SPEED, limits.daily())) {
            raise(report, GrowthAlarm.Kind.SPEED, gained, limits.daily());
        }
        return members;
    }

    private void raise(ReportNumber report, GrowthAlarm.Kind kind, int size, int passed) {
        Instant now = decisions.clock().instant();
        var alarm = new GrowthAlarm(
                Ids.next(), report, kind, size, passed, weakest(report, now).orElse(null), now, null);
        tables.growth().insert(alarm);
        decisions.journal().record(ACTOR, new ClusterGrew(alarm.id(), report, kind.code(), size, passed));
    }

    /// Of the links of the last day the one that says least, a bridge before all others; of all when none is so new.
    private Optional<ReportPair> weakest(ReportNumber report, Instant now) {
        List<Tie> ties = graph(report).ties();
        return ties.stream()
                .filter(tie -> tie.link().since().isAfter(now.minus(GrowthLimits.DAY)))
                .findFirst()
                .or(() -> ties.stream().findFirst())
                .map(Tie::link)
                .map(Link::pair);
    }

    private ClusterGraph graph(ReportNumber report) {
        Cluster cluster = links.cluster(report);
        return new ClusterGraph(cluster, tables.contradictions().among(cluster));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> watchGrowthTask(WatchGrowth watch) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> watch.run());
        }
    }
}
