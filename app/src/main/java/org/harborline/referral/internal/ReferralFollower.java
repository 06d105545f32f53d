// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.PreservationRenewed;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageDiscarded;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.referral.facts.ReferralOpened;
import org.harborline.referral.facts.SupplementSent;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.harborline.triage.facts.SafeguardingChecked;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Keeps the standing of reports, their links and what each agency has, and finds out what must follow a package.
///
/// A later report that belongs with a referred one follows it: at once and urgently when it is about danger now,
/// otherwise as soon as a person has
/// designated it as actionable. A report that an agency has already is sent again when it becomes one about danger now
/// or
/// when something is found out about it. A withdrawn link is corrected at every agency whose package names it, and so
/// is
/// what a person decides otherwise about a report. The sending itself is a job enqueued together with the cursor, so
/// that a replay of the journal sends nothing twice.
@Component
class ReferralFollower implements Follower {

    private final StandingTable table;
    private final ErasedPackages erased;
    private final UnreferredTable unreferred;
    private final Holds holds;
    private final Keeping keeping;
    private final DeliveryJobs jobs;

    ReferralFollower(
            StandingTable table,
            UnreferredTable unreferred,
            ErasedPackages erased,
            Holds holds,
            Keeping keeping,
            DeliveryJobs jobs) {
        this.keeping = keeping;
        this.table = table;
        this.unreferred = unreferred;
        this.erased = erased;
        this.holds = holds;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "referral";
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(
                ReportFiled.class,
                ReportsLinked.class,
                LinkRestored.class,
                LinkWithdrawn.class,
                ReportPrioritised.class,
                ReportDesignated.class,
                SafeguardingChecked.class,
                FindingRecorded.class,
                FindingWithdrawn.class,
                PackageDelivered.class,
                PackageReturned.class,
                ReferralOpened.class,
                SupplementSent.class,
                PackageDiscarded.class,
                PreservationRenewed.class,
                RecordErased.class);
    }

    private static List<ReportNumber> placed(List<Followed> batch) {
        return batch.stream()
                .map(Followed::fact)
                .flatMap(ReferralFollower::placed)
                .distinct()
                .toList();
    }

    /// Reports that may have come to an agency by a fact, or be with nobody since.
    private static Stream<ReportNumber> placed(Fact fact) {
        return switch (fact) {
            case ReportDesignated designated -> Stream.of(designated.report());
            case ReferralOpened opened -> Stream.of(opened.report());
            case SupplementSent sent -> Stream.of(sent.report());
            case PackageReturned returned -> Stream.of(returned.report());
            case PackageDiscarded discarded -> Stream.of(discarded.report());
            case RecordErased erased -> Stream.of(FollowedView.erased(erased));
            case ReportsLinked linked -> Stream.of(linked.report(), linked.other());
            case LinkRestored restored -> Stream.of(restored.report(), restored.other());
            case LinkWithdrawn withdrawn -> Stream.of(withdrawn.report(), withdrawn.other());
            default -> Stream.empty();
        };
    }

    @Override
    public List<String> derivedTables() {
        return List.of("referral.holding", "referral.link", "referral.standing", "referral.preservation");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        var view = new FollowedView(table);
        view.load(batch.stream()
                .flatMap(one -> FollowedView.touched(one.fact()))
                .distinct()
                .toList());
        batch.forEach(view::take);
        var decided = batch.stream()
                .map(Followed::fact)
                .filter(fact -> fact instanceof SafeguardingChecked || fact instanceof ReportDesignated)
                .flatMap(FollowedView::touched)
                .toList();
        var placed = placed(batch);
        var delivered = batch.stream()
                .map(Followed::fact)
                .filter(PackageDelivered.class::isInstance)
                .flatMap(FollowedView::touched)
                .distinct()
                .toList();
        Runnable kept = keeping.prepare(batch);
        return consequences -> {
            view.write(table);
            kept.run();
            unreferred.mark(placed, delivered);
            batch.forEach(followed -> {
                if (followed.fact() instanceof RecordErased fact) {
                    erased.forget(FollowedView.erased(fact));
                    consequences.record(followed.entry(), ErasureConfirmed.of(fact, ReferralParty.MODULE));
                }
            });
            if (!consequences.replaying()) {
                view.supplements().forEach(jobs::supplement);
                view.corrections().forEach(jobs::correct);
                holds.reconsiderSoon(decided);
            }
        };
    }
}
