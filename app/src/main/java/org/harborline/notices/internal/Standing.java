// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.OutwardStanding;
import org.harborline.notices.OutwardStanding.Step;
import org.harborline.notices.OutwardState;
import org.jspecify.annotations.Nullable;

/// A report as its sender sees it. All moments are those at which it is told.
///
/// @param deliveredAt of the first package that an agency can read. What nobody has read yet is not told as made
/// available: a report that follows another one to an agency by itself would show that the two are linked
record Standing(
        ReportNumber report,
        UUID provider,
        Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable Instant deliveredAt) {

    static Standing received(ReportNumber report, UUID provider, Instant at) {
        return new Standing(report, provider, at, null, null);
    }

    /// Somebody looked at it. Only the first time counts.
    Standing read(Instant at) {
        return readAt != null ? this : new Standing(report, provider, receivedAt, at, deliveredAt);
    }

    /// An agency can read it. Only the first time counts.
    Standing delivered(Instant at) {
        return deliveredAt != null ? this : new Standing(report, provider, receivedAt, readAt, at);
    }

    private @Nullable Instant availableAt() {
        if (readAt == null || deliveredAt == null) {
            return null;
        }
        return readAt.isAfter(deliveredAt) ? readAt : deliveredAt;
    }

    private Stream<Step> steps() {
        return Stream.of(
                        step(OutwardState.RECEIVED, receivedAt),
                        step(OutwardState.READ, readAt),
                        step(OutwardState.MADE_AVAILABLE, availableAt()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::state));
    }

    private static Optional<Step> step(OutwardState state, @Nullable Instant at) {
        return Optional.ofNullable(at).map(moment -> new Step(state, moment));
    }

    /// What is told at a moment. That a report was received is known from the beginning.
    OutwardStanding at(Instant now) {
        return new OutwardStanding(
                report,
                steps().filter(step -> step.state() == OutwardState.RECEIVED
                                || !step.at().isAfter(now))
                        .toList());
    }

    /// The step that this has and an earlier standing has not; the last one when they are two.
    Optional<Step> since(Standing earlier) {
        List<Step> known = earlier.steps().toList();
        return steps().filter(step -> !known.contains(step)).reduce((_, last) -> last);
    }
}
