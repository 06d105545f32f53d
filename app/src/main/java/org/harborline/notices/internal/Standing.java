// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.notices.OutwardStanding;
import org.harborline.notices.OutwardStanding.Step;
import org.harborline.notices.OutwardState;
import org.jspecify.annotations.Nullable;

/// A report as its sender sees it. All moments are those at which it is told.
///
/// @param deliveredAt of the first package that an agency can read. What nobody has read yet is not told as made
/// available: a report that follows another one to an agency by itself would show that the two are linked
/// @param askedAt of the last question, while one waits
/// @param questions how many wait
/// @param lines of the rubric; absent for what no company sent
record Standing(
        ReportNumber report,
        UUID provider,
        Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant askedAt,
        int questions,
        @Nullable Instant correctedAt,
        @Nullable Stated lines) {

    /// What the report states of the rubric, and what it could and does not.
    ///
    /// @param heard an agency said whether it was useful
    record Stated(long stated, long missing, boolean heard) {

        private static @Nullable Stated of(ReportFiled filed) {
            return filed.howComplete()
                    .map(scored -> new Stated(
                            Rubrics.of(scored.rubric()).applying(filed.incidentType(), filed.batched())
                                    & ~scored.missing(),
                            scored.missing(),
                            false))
                    .orElse(null);
        }
    }

    static Standing received(ReportNumber report, UUID provider, Instant at) {
        return new Standing(report, provider, at, null, null, null, 0, null, null);
    }

    static Standing received(ReportFiled filed) {
        return new Standing(
                filed.report(), filed.provider(), filed.filedAt(), null, null, null, 0, null, Stated.of(filed));
    }

    /// An agency said whether it was useful. Only the first time counts.
    Standing heard() {
        return lines == null || lines.heard()
                ? this
                : new Standing(
                        report,
                        provider,
                        receivedAt,
                        readAt,
                        deliveredAt,
                        askedAt,
                        questions,
                        correctedAt,
                        new Stated(lines.stated(), lines.missing(), true));
    }

    /// Somebody looked at it. Only the first time counts. What an agency could read before is told together with it,
    /// also when deliveries would now be told later.
    Standing read(Instant at) {
        if (readAt != null) {
            return this;
        }
        Instant delivered = deliveredAt != null && deliveredAt.isAfter(at) ? at : deliveredAt;
        return new Standing(report, provider, receivedAt, at, delivered, askedAt, questions, correctedAt, lines);
    }

    /// An agency can read it. Only the first time counts.
    Standing delivered(Instant at) {
        return deliveredAt != null
                ? this
                : new Standing(report, provider, receivedAt, readAt, at, askedAt, questions, correctedAt, lines);
    }

    /// Something is asked. The last time counts.
    Standing asked(Instant at) {
        return new Standing(report, provider, receivedAt, readAt, deliveredAt, at, questions + 1, correctedAt, lines);
    }

    /// A question waits no more; with the last one the state before stands again.
    Standing settled() {
        int left = Math.max(0, questions - 1);
        return new Standing(
                report,
                provider,
                receivedAt,
                readAt,
                deliveredAt,
                left == 0 ? null : askedAt,
                left,
                correctedAt,
                lines);
    }

    /// Its questions went with what was erased.
    Standing unasked() {
        return new Standing(report, provider, receivedAt, readAt, deliveredAt, null, 0, correctedAt, lines);
    }

    /// Its sender filed a correction. The last time counts.
    Standing corrected(Instant at) {
        return new Standing(report, provider, receivedAt, readAt, deliveredAt, askedAt, questions, at, lines);
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
                        step(OutwardState.MADE_AVAILABLE, availableAt()),
                        step(OutwardState.QUESTION, askedAt),
                        step(OutwardState.CORRECTED, correctedAt))
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

    /// The steps that this has and an earlier standing has not. They may be two: what followed another report to an
    /// agency is made available by being read, and its sender hears of both, as of any other.
    List<Step> since(Standing earlier) {
        List<Step> known = earlier.steps().toList();
        return steps().filter(step -> !known.contains(step)).toList();
    }
}
