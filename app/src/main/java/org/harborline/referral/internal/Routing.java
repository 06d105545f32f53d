// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.harborline.referral.Proposal;
import org.harborline.referral.Reason;
import org.harborline.referral.RoutingDecision;
import org.harborline.referral.Whose;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Candidate;
import org.harborline.registry.Confidence;
import org.harborline.registry.Place;

/// Decides where a report would go. The same facts give the same answer.
///
/// The reported person's and the child's places are asked separately and may lead to different agencies; both are then
/// recommended. For each,
/// the strongest source decides; sources that agree support it, sources that point elsewhere become later steps of the
/// chain. The last step is
/// whoever takes what nobody covers. An agency that returned the report stays in sight and is not recommended again.
final class Routing {

    /// After every step that evidence leads to.
    private static final int FALLBACK_STEP = 1000;

    private final RoutingFacts facts;
    private final Map<AgencyId, Draft> drafts = new LinkedHashMap<>();

    private Routing(RoutingFacts facts) {
        this.facts = facts;
    }

    static RoutingDecision decide(RoutingFacts facts) {
        return new Routing(facts).decide(Evidences.in(facts));
    }

    private RoutingDecision decide(Evidences evidences) {
        List<PlaceEvidence> person = evidences.of(false);
        List<PlaceEvidence> child = evidences.of(true);
        if (!person.isEmpty()) {
            chain(person, Whose.REPORTED_PERSON);
        }
        if (!child.isEmpty()) {
            chain(child, Whose.CHILD);
        }
        if (drafts.isEmpty()) {
            chain(List.of(), Whose.NOBODY);
        }
        List<Proposal> proposals = drafts.values().stream()
                .sorted(Comparator.comparingInt(Draft::step))
                .map(this::proposal)
                .toList();
        boolean loop = drafts.values().stream().noneMatch(this::open);
        boolean choose = !loop
                && drafts.values().stream()
                        .flatMap(draft -> draft.steps.keySet().stream())
                        .distinct()
                        .anyMatch(this::nobodyRecommended);
        return new RoutingDecision(
                proposals, evidences.context(), onOneAddress(person.isEmpty() ? child : person), loop, choose);
    }

    private void chain(List<PlaceEvidence> evidence, Whose whose) {
        int step = 1;
        var asked = new ArrayList<PlaceEvidence>();
        for (PlaceEvidence one : evidence) {
            if (asked.stream().noneMatch(one::agreesWith)) {
                step(one.place(), whose, step++, sentences(one, evidence));
                asked.add(one);
            }
        }
        step(Place.unknown(), whose, FALLBACK_STEP, List.of());
    }

    private static List<Reason> sentences(PlaceEvidence deciding, List<PlaceEvidence> all) {
        var sentences = new ArrayList<Reason>();
        sentences.add(deciding.reason());
        all.stream()
                .filter(other -> !other.equals(deciding))
                .forEach(other -> sentences.add(
                        other.agreesWith(deciding)
                                ? other.reason()
                                : Reason.of("places-differ", PlaceEvidence.words(other.place()))));
        return sentences;
    }

    private void step(Place place, Whose whose, int step, List<Reason> sentences) {
        List<Candidate> candidates = facts.coverage().of(place, facts.day());
        for (Candidate candidate : candidates) {
            var draft = drafts.computeIfAbsent(candidate.agency().id(), _ -> new Draft(candidate));
            if (draft.steps.putIfAbsent(whose, step) == null) {
                draft.reasons.addAll(sentences);
                draft.reasons.add(closing(candidate, candidates.size(), place));
            }
        }
    }

    private static Reason closing(Candidate candidate, int together, Place place) {
        String words = PlaceEvidence.words(place);
        return switch (candidate.confidence()) {
            case FALLBACK -> words.isEmpty() ? Reason.of("fallback") : Reason.of("nobody-covers", words);
            case STATE ->
                together > 1
                        ? Reason.of("several-forces", Integer.toString(together), words)
                        : Reason.of("covers", words);
            case CITY, COUNTY, COUNTRY -> Reason.of("covers", words);
        };
    }

    private Proposal proposal(Draft draft) {
        var agency = draft.candidate.agency();
        var reasons = new ArrayList<>(draft.reasons);
        if (facts.holders().containsKey(agency.id())) {
            reasons.add(
                    Reason.of("already-holds", facts.holders().get(agency.id()).toString()));
        }
        return new Proposal(
                agency.id(),
                agency.name(),
                draft.whose(),
                draft.candidate.confidence(),
                draft.step(),
                draft.steps.entrySet().stream().anyMatch(at -> recommended(draft, at.getKey(), at.getValue())),
                draft.candidate.mayReceive(),
                facts.returnedBy().contains(agency.id()),
                draft.candidate.cautions(),
                reasons);
    }

    /// The first step whose agencies have not returned the report. Of several agencies that share a state only one that
    /// holds a linked report is
    /// recommended: knowing no more than the state, a person chooses.
    private boolean recommended(Draft draft, Whose whose, int step) {
        if (!open(draft) || step != firstOpen(whose)) {
            return false;
        }
        long equals = drafts.values().stream()
                .filter(other -> open(other) && Objects.equals(other.steps.get(whose), step))
                .count();
        boolean shared = draft.candidate.confidence() == Confidence.STATE && equals > 1;
        return !shared || facts.holders().containsKey(draft.candidate.agency().id());
    }

    private boolean nobodyRecommended(Whose whose) {
        return drafts.values().stream()
                .noneMatch(
                        draft -> draft.steps.containsKey(whose) && recommended(draft, whose, draft.steps.get(whose)));
    }

    private int firstOpen(Whose whose) {
        return drafts.values().stream()
                .filter(this::open)
                .map(draft -> draft.steps.get(whose))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(FALLBACK_STEP);
    }

    private boolean open(Draft draft) {
        return !facts.returnedBy().contains(draft.candidate.agency().id());
    }

    /// All that names a place is the same address, however often it was seen.
    private static boolean onOneAddress(List<PlaceEvidence> evidence) {
        long sources = evidence.stream().map(PlaceEvidence::from).distinct().count();
        return sources == 1 && evidence.getFirst().address();
    }

    /// An agency on its way to a proposal: at which step of whose chain it stands.
    private static final class Draft {
        private final Candidate candidate;
        private final Set<Reason> reasons = new LinkedHashSet<>();
        private final Map<Whose, Integer> steps = new EnumMap<>(Whose.class);

        Draft(Candidate candidate) {
            this.candidate = candidate;
        }

        int step() {
            return Collections.min(steps.values());
        }

        Whose whose() {
            int first = step();
            var at = steps.entrySet().stream()
                    .filter(one -> one.getValue() == first)
                    .map(Map.Entry::getKey)
                    .toList();
            return at.size() > 1 ? Whose.BOTH : at.getFirst();
        }
    }
}
