// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.platform.Code;
import org.harborline.triage.ChildSign;
import org.jspecify.annotations.Nullable;

/// Reads from a received report the codes that triage needs. Only what the sender marked counts; nothing is read out of
/// free text.
final class SenderWord {

    static final Code STATED_AGE = Code.of("stated-age");
    static final Code BETWEEN_MINORS = Code.of("between-minors");
    static final Code SELF_PRODUCTION = Code.of("self-production");
    /// An age that cannot be relied on leaves open whether somebody is a child.
    static final Code AGE_IN_DOUBT = Code.of("age-in-doubt");

    static final Code COMPROMISED_ACCOUNT = Code.of("compromised-account");

    private static final int ADULT = 18;
    private static final int YOUNG = 13;
    private static final Duration FRESH_FOR = Duration.ofDays(7);
    private static final Code SEXTORTION_TAG = Code.of("sextortion");
    private static final Code SOLICITATION_TAG = Code.of("csamSolicitation");
    private static final Code SADISTIC_TAG = Code.of("sadisticOnlineExploitation");
    private static final Code SPAM_TAG = Code.of("spam");
    private static final Code SELF_PRODUCTION_FLAG = Code.of("possibleSelfProduction");
    private static final Code LIVE_FLAG = Code.of("liveStreaming");
    private static final Set<Code> WIDELY_SEEN_FLAGS = Set.of(Code.of("potentialMeme"), Code.of("viral"));

    private SenderWord() {}

    /// The codes of a report that was filed.
    ///
    /// @param received absent when the report was erased before triage took it up; then the fact alone counts
    static Filed read(ReportFiled fact, @Nullable ReceivedReport received) {
        var marks = new HashSet<String>();
        mark(marks, RuleInput.ESCALATED, fact.escalated());
        mark(marks, RuleInput.BATCHED, fact.batched());
        mark(marks, RuleInput.DANGER_NOW, fact.answered("danger-now"));
        mark(marks, RuleInput.SAID_MEETING, fact.answered("meeting"));
        mark(marks, RuleInput.SAID_THREAT, fact.answered("threat"));
        mark(marks, RuleInput.SAID_MISSING, fact.answered("missing"));
        mark(marks, RuleInput.VICTIM_OR_FAMILY_REPORTS, fact.answered("victim-or-family"));
        if (received != null) {
            Set<Code> tags = received.annotations();
            mark(marks, RuleInput.SEXTORTION, tags.contains(SEXTORTION_TAG));
            mark(marks, RuleInput.SOLICITATION, tags.contains(SOLICITATION_TAG));
            mark(marks, RuleInput.SADISTIC_EXPLOITATION, tags.contains(SADISTIC_TAG));
            mark(marks, RuleInput.SPAM, tags.contains(SPAM_TAG));
            mark(marks, RuleInput.CHILD_STATED, namesAChild(received, ADULT));
            mark(marks, RuleInput.SELF_PRODUCTION, anyItem(received, SELF_PRODUCTION_FLAG));
            mark(marks, RuleInput.LIVE_STREAMED, anyItem(received, LIVE_FLAG));
            mark(marks, RuleInput.WIDELY_SEEN, allItemsWidelySeen(received.items()));
        }
        return new Filed(
                fact.report(),
                fact.provider(),
                RuleInput.category(fact.incidentType()),
                fact.filedAt(),
                marks,
                received == null ? Set.of() : childSigns(received),
                received == null ? Set.of() : modifiers(fact, received));
    }

    /// Why a reported person may be a child or a victim.
    private static Set<Code> childSigns(ReceivedReport received) {
        return ChildSign.in(received).stream().map(sign -> code(sign.kind())).collect(Collectors.toUnmodifiableSet());
    }

    private static Code code(ChildSign.Kind kind) {
        return switch (kind) {
            case STATED_AGE, STATED_BIRTH_DATE -> STATED_AGE;
            case AGE_IN_DOUBT -> AGE_IN_DOUBT;
            case COMPROMISED_ACCOUNT -> COMPROMISED_ACCOUNT;
            case BETWEEN_MINORS -> BETWEEN_MINORS;
            case SELF_PRODUCTION -> SELF_PRODUCTION;
        };
    }

    private static boolean namesAChild(ReceivedReport received, int underAge) {
        return received.parties().stream()
                .filter(party -> party.role() == PartyRole.VICTIM || party.role() == PartyRole.INTENDED_RECIPIENT)
                .anyMatch(party -> youngerThan(underAge, party, received));
    }

    /// Age at the incident, because that is what makes somebody a child in it.
    private static boolean youngerThan(int years, ReceivedReport.Party party, ReceivedReport received) {
        Integer age = party.statedAge();
        if (age != null && age < years) {
            return true;
        }
        LocalDate born = party.statedBirthDate();
        LocalDate incident = LocalDate.ofInstant(received.incidentTime().instant(), ZoneOffset.UTC);
        return born != null && Period.between(born, incident).getYears() < years;
    }

    private static boolean anyItem(ReceivedReport received, Code flag) {
        return received.items().stream().anyMatch(item -> item.flags().contains(flag));
    }

    private static boolean allItemsWidelySeen(List<ReceivedReport.Item> items) {
        return !items.isEmpty()
                && items.stream().allMatch(item -> item.flags().stream().anyMatch(WIDELY_SEEN_FLAGS::contains));
    }

    /// What orders a report inside its level.
    private static Set<Code> modifiers(ReportFiled fact, ReceivedReport received) {
        var modifiers = new HashSet<Code>();
        Instant incident = received.incidentTime().instant();
        // The public is asked how long ago, not when.
        boolean fresh = fact.fromPublic()
                ? fact.answered("recent")
                : !incident.isBefore(fact.filedAt().minus(FRESH_FOR));
        if (fresh) {
            modifiers.add(PlaceInLevel.FRESH);
        }
        if (namesAChild(received, YOUNG)) {
            modifiers.add(PlaceInLevel.YOUNG_CHILD);
        }
        if (received.locations().stream().anyMatch(place -> place.country() != null || place.region() != null)) {
            modifiers.add(PlaceInLevel.PLACE_STATED);
        }
        boolean viewingStated = received.items().stream().allMatch(item -> item.viewedByProvider() != null);
        if (!received.identifiers().isEmpty() && viewingStated) {
            modifiers.add(PlaceInLevel.COMPLETE);
        }
        return modifiers;
    }

    private static void mark(Set<String> marks, RuleInput input, boolean holds) {
        if (holds) {
            marks.add(input.key());
        }
    }
}
