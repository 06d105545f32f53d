// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;

/// All that triage holds about one report, as the follower works on it in memory between reading and writing. Only the
/// follower makes and changes one.
final class Standing {

    final Filed filed;
    Set<Code> yes = Set.of();
    Set<Code> no = Set.of();
    PersonalWord word = PersonalWord.NONE;

    @Nullable
    Rank rank;

    @Nullable
    Instant firstLookDueAt;

    @Nullable
    Instant firstLookAt;

    @Nullable
    Instant referralDueAt;

    @Nullable
    Designated designated;

    /// Designations that another one replaced, oldest first.
    List<Designated.Before> designatedBefore = List.of();

    boolean raisedSince;

    @Nullable
    SafeguardingOutcome safeguarding;

    /// How the case ended where nothing can be built on the report.
    @Nullable
    CaseOutcome outcome;

    /// Whether its content could be read when it was taken up.
    boolean readable = true;

    @Nullable
    Instant erasedAt;

    long position;

    Standing(Filed filed) {
        this.filed = filed;
    }

    boolean erased() {
        return erasedAt != null;
    }

    /// Keeps the place, the designation and the clocks, and drops every code that says something about the content.
    void erase(Instant at) {
        erasedAt = at;
        readable = false;
        yes = Set.of();
        no = Set.of();
        word = PersonalWord.NONE;
        safeguarding = null;
        outcome = null;
        raisedSince = false;
        if (rank != null) {
            rank = new Rank(rank.level(), rank.confirmed(), rank.tableVersion(), List.of(), null);
        }
    }

    boolean isP1() {
        return rank != null && rank.level() == Priority.P1;
    }

    boolean isConfirmedP1() {
        return rank != null && rank.level() == Priority.P1 && rank.confirmed();
    }

    /// The clock that runs now.
    Instant dueAt() {
        Instant due = firstLookAt != null && referralDueAt != null ? referralDueAt : firstLookDueAt;
        if (due == null) {
            throw new IllegalStateException("a report without a rank has no clock");
        }
        return due;
    }

    /// What orders it inside its level; nothing once it was erased.
    Set<Code> modifiers() {
        return erased() ? Set.of() : filed.modifiers();
    }

    /// What the worklist is ordered by inside a level.
    long placeInLevel() {
        if (rank == null) {
            throw new IllegalStateException("a report without a rank has no place");
        }
        return PlaceInLevel.of(rank.level(), dueAt(), modifiers(), rank.reasons());
    }

    /// Somebody had the report before them and said so: answered, decided on the level or designated.
    void lookedAt(Instant at) {
        if (firstLookAt == null) {
            firstLookAt = at;
        }
    }

    /// Replaces a designation that is in force, which stays known: others were filed while it was.
    void designate(Designated next) {
        if (designated != null) {
            var before = new ArrayList<>(designatedBefore);
            before.add(new Designated.Before(designated.designation(), designated.at()));
            designatedBefore = List.copyOf(before);
        }
        designated = next;
    }

    /// The designation that was in force at a moment. Nothing that is decided later changes the answer.
    Optional<Designation> designationAt(Instant moment) {
        if (designated != null && !designated.at().isAfter(moment)) {
            return Optional.of(designated.designation());
        }
        return designatedBefore.reversed().stream()
                .filter(before -> !before.at().isAfter(moment))
                .map(Designated.Before::designation)
                .findFirst();
    }

    /// Puts the report in its new place and sets its clocks.
    void place(Rank next, Deadlines deadlines, Instant at) {
        Rank before = rank;
        rank = next;
        if (before == null) {
            firstLookDueAt = deadlines.firstLook(next.level(), filed.filedAt());
            referralDueAt = deadlines.referral(next.level(), filed.filedAt());
        } else if (next.level().stricterThan(before.level())) {
            firstLookDueAt = earlier(firstLookDueAt, deadlines.firstLook(next.level(), at));
            referralDueAt = earlier(referralDueAt, deadlines.referral(next.level(), at));
            raisedSince = raisedSince || designated != null;
        } else if (before.level().stricterThan(next.level())) {
            firstLookDueAt = deadlines.firstLook(next.level(), at);
            referralDueAt = deadlines.referral(next.level(), at);
        }
    }

    /// As others see it.
    ReportStanding view() {
        if (rank == null || firstLookDueAt == null) {
            throw new IllegalStateException("a report without a rank is not shown");
        }
        return new ReportStanding(
                filed.report(),
                filed.provider(),
                Code.of(filed.category()),
                filed.filedAt(),
                rank.level(),
                rank.confirmed(),
                rank.tableVersion(),
                rank.reasons(),
                word.setAside(),
                rank.wouldBe(),
                erased() ? Set.of() : filed.childSigns(),
                modifiers(),
                safeguarding,
                firstLookDueAt,
                firstLookAt,
                referralDueAt,
                yes,
                no,
                designated == null ? null : designated.designation(),
                designated == null ? null : designated.reason(),
                designated == null ? null : designated.at(),
                raisedSince,
                outcome == null ? null : outcome.code());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /// A designation in force.
    record Designated(Designation designation, Code reason, Instant at) {

        /// One that is no longer in force.
        record Before(Designation designation, Instant at) {}
    }
}
