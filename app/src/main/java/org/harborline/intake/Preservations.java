// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// How long senders keep the material of their reports: counted from the day of filing by the [Scheme], and longer when
/// somebody asks. What asking obliges a sender to is said by the law, not here.
public interface Preservations {

    /// How many days ahead senders and agencies are warned, the farthest first.
    List<Integer> WARNED = List.of(60, 30, 7);

    /// Writes down that the sender is asked to keep the material until the end of a day. Staff need
    /// [org.harborline.platform.Permission#REFER]. An officer needs
    /// [org.harborline.platform.Permission#PACKAGE_ANSWER], and that the own agency has the report is for the
    /// caller to know: only `referral` calls for officers.
    ///
    /// @throws org.harborline.platform.ProblemException when it is kept as long already, or the day is too far away
    void renew(Actor actor, ReportNumber report, Renew command);

    /// What the sender was asked, newest first: all of it for staff with
    /// [org.harborline.platform.Permission#REPORT_READ], their own for officers, and for the
    /// sender the days, with the references that are meant for it.
    List<Renewal> renewals(Actor actor, ReportNumber report);

    /// The company's own reports whose material is kept no longer than the first warning says, what ends first first.
    /// Needs [org.harborline.platform.Permission#COMPANY_READ].
    ///
    /// @param after the last one already shown
    List<Ending> ending(Actor actor, @Nullable Ending after, int limit);

    /// How many those are, at most [#MANY].
    long countEnding(Actor actor);

    /// From this many on, [#countEnding] counts no further.
    int MANY = 1000;

    /// A report and when its material is kept no longer.
    record Ending(ReportNumber report, Instant until) {}

    /// What is asked.
    ///
    /// @param until the last day
    /// @param reference of the order or request in law
    /// @param shown whether the sender may read the reference: it may say who asks
    record Renew(LocalDate until, String reference, boolean shown) {

        @Override
        public String toString() {
            return "Renew(" + until + ")";
        }
    }

    /// What was asked.
    ///
    /// @param renewedAt absent for the sender
    /// @param agency whose officer asked; absent for the sender, and when staff did
    /// @param reference absent when it is not for the reader, or erased
    record Renewal(
            UUID id,
            Instant until,
            @Nullable Instant renewedAt,
            @Nullable UUID agency,
            boolean shown,
            @Nullable String reference) {

        @Override
        public String toString() {
            return "Renewal(" + id + ")";
        }
    }
}
