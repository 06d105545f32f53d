// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.util.Optional;
import org.harborline.intake.facts.ReportCorrected;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Follower;
import org.harborline.notices.facts.QuestionAsked;
import org.harborline.notices.facts.QuestionSettled;
import org.harborline.notices.facts.StateChanged;
import org.harborline.referral.facts.FeedbackGiven;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.vault.facts.RecordErased;
import org.jspecify.annotations.Nullable;

/// What one fact makes of a report for its sender.
///
/// @param recorded what followed from facts when they were taken up the first time; absent when this is the first time
record Taken(Release release, Follower.@Nullable Recorded recorded) {

    Taken(Release release) {
        this(release, null);
    }

    /// The standing afterwards; empty for a report that was never filed.
    Optional<Standing> up(Optional<Standing> before, Follower.Followed followed) {
        return switch (followed.fact()) {
            case ReportFiled filed -> Optional.of(before.orElseGet(() -> Standing.received(filed)));
            case FeedbackGiven given -> before.map(standing -> given.useful() == null ? standing : standing.heard());
            case PackageDelivered _ -> before.map(standing -> standing.delivered(told(followed)));
            case QuestionAsked asked -> before.map(standing -> standing.asked(asked.toldAt()));
            case QuestionSettled _ -> before.map(Standing::settled);
            case ReportCorrected _ -> before.map(standing -> standing.corrected(told(followed)));
            case RecordErased _ -> before.map(Standing::unasked);
            case PackageReturned _ -> before;
            default -> before.map(standing -> standing.read(told(followed)));
        };
    }

    private Instant told(Follower.Followed followed) {
        return Optional.ofNullable(recorded)
                .flatMap(then -> then.of(followed.entry(), StateChanged.class).stream()
                        .map(StateChanged::at)
                        .findFirst())
                .orElseGet(() -> release.of(followed.entry().recordedAt()));
    }
}
