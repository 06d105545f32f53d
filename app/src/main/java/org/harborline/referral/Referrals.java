// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// Gets reports to agencies and hears back. An officer sees the packages of the own agency and no others; everything
/// else answers as if it did not
/// exist.
public interface Referrals {

    /// Where a report would go, without values that name a person: addresses and numbers are masked. Needs
    /// [org.harborline.platform.Permission#REPORT_READ].
    RoutingDecision preview(Actor actor, ReportNumber report);

    /// Where a report would go, with the values that say so. Needs [org.harborline.platform.Permission#REFER]; the
    /// opening of the report is journalled.
    RoutingDecision propose(Actor actor, ReportNumber report);

    /// Refers a report: one package per recipient, made once. Needs [org.harborline.platform.Permission#REFER].
    ///
    /// @throws org.harborline.platform.ProblemException one of [ReferralProblem]
    Opening open(Actor actor, OpenReferral command);

    /// Sends a report as it is known now, as a supplement, to every agency that has it and has not returned it. Needs
    /// [org.harborline.platform.Permission#REFER].
    void sendNews(Actor actor, ReportNumber report);

    /// Who has asked for the check of the one address a referral rests on today, and who did it.
    Optional<AddressCheck> addressCheck(Actor actor, ReportNumber report);

    /// A second person has compared the address and its time with what was received. Whoever checked something that
    /// follows by itself needs another person to refer the report alone. Needs
    /// [org.harborline.platform.Permission#REFER].
    void checkAddress(Actor actor, ReportNumber report);

    /// Sends a returned package's report to other agencies. Needs [org.harborline.platform.Permission#REFER].
    ///
    /// @param byHand as [OpenReferral#byHand()]
    Opening reroute(Actor actor, DeliveryId returned, long version, List<AgencyId> recipients, @Nullable ByHand byHand);

    /// All agencies to which something may be sent today, by name. Needs
    /// [org.harborline.platform.Permission#REFER].
    List<Agency> receivers(Actor actor);

    /// Looks at once whether something still stands in the way of a held package, and lets it go when nothing does.
    /// Needs [org.harborline.platform.Permission#REFER].
    void reconsider(Actor actor, DeliveryId id);

    /// Gives a held package up, when what holds it may never end by itself. Needs
    /// [org.harborline.platform.Permission#REFER].
    void discard(Actor actor, DeliveryId id, DiscardReason reason);

    /// Agencies that have a report, or are about to get it, and hear what is new about it: not those that returned it
    /// or have it through a link only that was cut. Needs [org.harborline.platform.Permission#REPORT_READ].
    Set<AgencyId> having(Actor actor, ReportNumber report);

    /// Deliveries of a report, oldest first. Needs [org.harborline.platform.Permission#REPORT_READ].
    List<Delivery> ofReport(Actor actor, ReportNumber report);

    /// All deliveries, newest first. Needs [org.harborline.platform.Permission#REFER].
    ///
    /// @param state only those; absent for all
    DeliveryPage list(Actor actor, @Nullable DeliveryState state, @Nullable DeliveryId after, int limit);

    /// From this many on, [#counts] counts no further.
    int MANY = 1000;

    /// How many deliveries are in each state, at most [#MANY]. Needs
    /// [org.harborline.platform.Permission#REFER].
    Map<DeliveryState, Long> counts(Actor actor);

    /// How many packages were decided a while ago and are still not with their agency, at most [#MANY]. Needs
    /// [org.harborline.platform.Permission#REFER].
    long late(Actor actor);

    /// Jobs that have failed and will be tried again, longest first. Needs
    /// [org.harborline.platform.Permission#OPERATE].
    List<FailingWork> failing(Actor actor);

    /// Packages that reached the own agency, the last to arrive first. Needs
    /// [org.harborline.platform.Permission#PACKAGE_READ].
    DeliveryPage inbox(Actor actor, @Nullable DeliveryId after, int limit);

    /// Urgent supplements at the own agency that nobody has acknowledged. Needs
    /// [org.harborline.platform.Permission#PACKAGE_READ].
    List<Delivery> urgent(Actor actor);

    /// One delivery: for staff any, for an officer one of the own agency that has reached it.
    Delivery get(Actor actor, DeliveryId id);

    /// Other packages that belong to the same report at the same agency: supplements and corrections.
    List<Delivery> companions(Actor actor, DeliveryId id);

    /// Opens a package to read. Journalled.
    PackageDocument read(Actor actor, DeliveryId id);

    /// The file as it was signed. Journalled.
    PackageDownload download(Actor actor, DeliveryId id);

    /// The agency has it and takes it on. Needs [org.harborline.platform.Permission#PACKAGE_ANSWER]. A second time
    /// changes nothing.
    void acknowledge(Actor actor, DeliveryId id);

    /// Not theirs, because. It is said of the report: every package about it in the same chain is returned with this
    /// one, unless only this file cannot be read. Needs [org.harborline.platform.Permission#PACKAGE_ANSWER].
    void giveBack(Actor actor, DeliveryId id, ReturnReason reason);

    /// What became of it; may be given again, the newest counts and the history stays. An unacknowledged package counts
    /// as acknowledged by it. Needs
    /// [org.harborline.platform.Permission#PACKAGE_ANSWER].
    void giveFeedback(Actor actor, DeliveryId id, Feedback feedback);
}
