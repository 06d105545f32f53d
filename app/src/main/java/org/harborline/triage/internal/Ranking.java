// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.jspecify.annotations.Nullable;

/// Puts together what the table says, what people decided and what stood before. The one place that keeps the promise
/// that no automatic step lowers a P1 or P2, designated or not: a report that could fall after its designation could be
/// designated again by one person alone.
final class Ranking {

    /// The sender gave a reason for urgency; until a person confirms, that is all there is.
    static final Code SENDER_ESCALATED = Code.of("sender-escalated");

    /// The word of a company or of somebody who reported, which puts a report first and which nobody has checked.
    private static final Set<Code> UNCHECKED = Set.of(
            SENDER_ESCALATED,
            Code.of("danger-now"),
            Code.of("sender-says-meeting"),
            Code.of("sender-says-threat"),
            Code.of("sender-says-missing"));

    static final Code RAISED_BY_PERSON = Code.of("raised-or-confirmed-by-person");
    static final Code LOWERED_BY_PERSON = Code.of("lowered-by-person");
    static final Code KEPT = Code.of("only-a-person-may-lower");

    private Ranking() {}

    /// The rank that follows.
    ///
    /// @param before absent for a report that is new
    /// @param byPerson people who together may do so just decided on the level, so it may fall
    static Rank rank(@Nullable Rank before, Verdict verdict, PersonalWord word, boolean byPerson) {
        List<Verdict.Match> counting = counting(verdict, word);
        Priority wanted = wanted(counting, word);
        Priority held = before != null && !byPerson ? before.level() : wanted;
        boolean kept = held.loweredByPeopleOnly() && held.stricterThan(wanted);
        Priority level = kept ? held : wanted;
        return new Rank(
                level,
                confirmed(before, level, counting, word),
                verdict.tableVersion(),
                reasons(counting, word, level, kept),
                kept ? wanted : null);
    }

    /// Reasons that would hold a report above a level.
    static Set<Code> holding(Verdict verdict, Priority target) {
        return verdict.matches().stream()
                .filter(match -> match.level().stricterThan(target))
                .map(Verdict.Match::reason)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static List<Verdict.Match> counting(Verdict verdict, PersonalWord word) {
        return verdict.matches().stream()
                .filter(match -> !word.setAside().contains(match.reason()))
                // "No rule" is the absence of an opinion: a person's word stands.
                .filter(match -> word.level() == null || !match.reason().equals(Verdict.NO_RULE))
                .toList();
    }

    private static Priority wanted(List<Verdict.Match> counting, PersonalWord word) {
        Optional<Priority> table = counting.stream().map(Verdict.Match::level).findFirst();
        Priority decided = word.level();
        if (decided == null) {
            return table.orElse(Priority.P3);
        }
        return table.map(level -> level.strictest(decided)).orElse(decided);
    }

    private static boolean confirmed(
            @Nullable Rank before, Priority level, List<Verdict.Match> counting, PersonalWord word) {
        if (level != Priority.P1 || word.confirmsP1()) {
            return true;
        }
        if (before != null && before.level() == Priority.P1 && before.confirmed()) {
            return true;
        }
        return counting.stream().anyMatch(match -> match.level() == Priority.P1 && !UNCHECKED.contains(match.reason()));
    }

    private static List<Code> reasons(List<Verdict.Match> counting, PersonalWord word, Priority level, boolean kept) {
        var reasons = new ArrayList<Code>();
        if (kept) {
            reasons.add(KEPT);
        }
        if (word.level() == level) {
            reasons.add(word.confirmed() ? RAISED_BY_PERSON : LOWERED_BY_PERSON);
        }
        counting.forEach(match -> reasons.add(match.reason()));
        return reasons;
    }
}
