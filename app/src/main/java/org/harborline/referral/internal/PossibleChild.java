// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.referral.PackageDocument.Caution;
import org.harborline.triage.ChildSign;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;

/// What a package says first: that somebody reported may be a child or a victim, by what the sender marked and by what
/// a
/// person found when checking.
final class PossibleChild {

    private PossibleChild() {}

    /// Cautions per person, the reported person first. What concerns the report as a whole stands with the first one.
    static List<Caution> cautions(ReceivedReport report, @Nullable SafeguardingOutcome checked) {
        var reasons = new TreeMap<Who, List<String>>();
        for (ChildSign sign : ChildSign.in(report)) {
            reasons.computeIfAbsent(new Who(sign.role(), sign.party()), _ -> new ArrayList<>())
                    .add(word(sign.kind()));
        }
        List<String> found = found(checked);
        if (!found.isEmpty()) {
            reasons.computeIfAbsent(new Who(PartyRole.REPORTED_PERSON, 0), _ -> new ArrayList<>())
                    .addAll(found);
        }
        return reasons.entrySet().stream()
                .map(one -> caution(report, one.getKey(), one.getValue()))
                .toList();
    }

    private static Caution caution(ReceivedReport report, Who who, List<String> reasons) {
        var tiedTo = report.parties().stream()
                .filter(party -> party.role() == who.role() && party.index() == who.party())
                .findFirst()
                .map(party -> ReceivedParts.tiedTo(party.role(), party.owner()))
                .orElse(null);
        return new Caution(who.role().name(), who.party(), tiedTo, reasons);
    }

    /// The outcome of a person's check that a package prints among its cautions; absent when it prints none, as it does
    /// without a check and where the signs do not hold.
    static @Nullable SafeguardingOutcome printed(List<Caution> cautions) {
        return Stream.of(SafeguardingOutcome.values())
                .filter(outcome -> cautions.stream()
                        .map(Caution::reasons)
                        .anyMatch(said -> said.stream().anyMatch(found(outcome)::contains)))
                .findFirst()
                .orElse(null);
    }

    private record Who(PartyRole role, int party) implements Comparable<Who> {
        @Override
        public int compareTo(Who other) {
            return Comparator.comparing(Who::role).thenComparingInt(Who::party).compare(this, other);
        }
    }

    private static String word(ChildSign.Kind kind) {
        return switch (kind) {
            case STATED_AGE -> "stated-age-under-18";
            case STATED_BIRTH_DATE -> "stated-birth-date-under-18";
            case AGE_IN_DOUBT -> "age-in-doubt";
            case COMPROMISED_ACCOUNT -> "compromised-account";
            case BETWEEN_MINORS -> "minor-to-minor";
            case SELF_PRODUCTION -> "possible-self-production";
        };
    }

    private static List<String> found(@Nullable SafeguardingOutcome checked) {
        if (checked == null) {
            return List.of();
        }
        return switch (checked) {
            case MAY_BE_CHILD -> List.of("may-be-child");
            case MAY_BE_VICTIM -> List.of("may-be-victim");
            case CANNOT_BE_TOLD -> List.of("cannot-be-told");
            case SIGNS_DO_NOT_HOLD -> List.of();
        };
    }
}
