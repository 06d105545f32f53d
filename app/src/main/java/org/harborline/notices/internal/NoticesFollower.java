// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportCorrected;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.facts.TextRevealed;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.notices.facts.EndpointRemoved;
import org.harborline.notices.facts.EndpointSet;
import org.harborline.notices.facts.QuestionAsked;
import org.harborline.notices.facts.QuestionSettled;
import org.harborline.referral.facts.FeedbackGiven;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.triage.facts.FirstLookRecorded;
import org.harborline.triage.facts.PriorityConfirmed;
import org.harborline.triage.facts.PriorityLowered;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportTaken;
import org.harborline.triage.facts.SafeguardingChecked;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Keeps what senders are told of their reports and how complete those are, and hands over to jobs what goes to an
/// endpoint. What was told when a
/// fact came stands when the tables are built again, whatever is set by then, and nothing is sent then.
@Component
class NoticesFollower implements Follower {

    static final String NAME = "notices";

    private final StandingTable standings;
    private final ChangeTable changes;
    private final HandingOver handingOver;
    private final ScorecardTable scorecards;
    private final UsefulTable useful;
    private final Release release;
    private final Holding holding;

    NoticesFollower(
            StandingTable standings,
            ChangeTable changes,
            HandingOver handingOver,
            ScorecardTable scorecards,
            UsefulTable useful,
            Release release,
            Holding holding) {
        this.holding = holding;
        this.standings = standings;
        this.changes = changes;
        this.handingOver = handingOver;
        this.scorecards = scorecards;
        this.useful = useful;
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
                PackageDelivered.class,
                PackageReturned.class,
                ReportCorrected.class,
                QuestionAsked.class,
                QuestionSettled.class,
                RecordErased.class,
                FeedbackGiven.class,
                EndpointSet.class,
                EndpointRemoved.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of(
                "notices.standing",
                "notices.listening",
                "notices.change",
                "notices.scorecard",
                "notices.scorecard_line",
                "notices.holding",
                "notices.useful_count",
                "notices.useful_voice");
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
        Map<ReportNumber, Standing> before = standings.find(Telling.reports(batch));
        var telling = new Telling(before, changes.listening(senders(batch, before.values())));
        var cards = new CardBatch();
        batch.forEach(followed -> {
            telling.take(followed, taken);
            cards.take(followed);
        });
        return consequences -> {
            standings.write(telling.changed());
            scorecards.add(cards);
            holding.take(batch, consequences);
            useful.add(telling.useful());
            telling.listens().forEach(changes::listens);
            telling.told().forEach(one -> consequences.record(one.cause(), one.fact()));
            changes.insert(telling.messages());
            if (!consequences.replaying()) {
                handingOver.of(telling);
            }
        };
    }

    private static Set<UUID> senders(List<Followed> batch, Collection<Standing> standings) {
        var senders = new HashSet<UUID>();
        standings.forEach(standing -> senders.add(standing.provider()));
        batch.forEach(followed -> {
            if (followed.fact() instanceof ReportFiled filed) {
                senders.add(filed.provider());
            }
        });
        return senders;
    }
}
