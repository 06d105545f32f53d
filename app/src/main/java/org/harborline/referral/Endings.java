// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.Preservations;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// Reports that agencies have and whose material their senders soon keep no longer. Staff with
/// [org.harborline.platform.Permission#REFER] see those of all agencies, officers with
/// [org.harborline.platform.Permission#PACKAGE_READ] their own.
public interface Endings {

    /// What ends within the time of the first warning, soonest first.
    ///
    /// @param after the last one already shown
    List<Ending> list(Actor actor, @Nullable Ending after, int limit);

    /// How many those are, at most [Preservations#MANY].
    long count(Actor actor);

    /// Until when the material of an agency's package is kept; empty when it is the package of a report whose sender
    /// keeps none. Officers only, for a package that is theirs.
    Optional<Instant> keptUntil(Actor officer, DeliveryId id);

    /// What the own agency asked of the sender of a package's report, newest first.
    List<Preservations.Renewal> renewals(Actor officer, DeliveryId id);

    /// Asks the sender to keep it longer. Needs [org.harborline.platform.Permission#PACKAGE_ANSWER], and a package that
    /// the agency has and has not returned.
    void renew(Actor officer, DeliveryId id, Preservations.Renew command);

    /// A report that an agency has, and when its material is kept no longer.
    ///
    /// @param delivery the package by which the agency has it
    record Ending(AgencyId agency, ReportNumber report, DeliveryId delivery, Instant until) {}
}
