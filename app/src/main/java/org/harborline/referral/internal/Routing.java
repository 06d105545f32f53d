// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
/// the strongest source decides, as finely as a source that agrees with it can say; sources that point elsewhere become
/// later steps of the chain. Where the strongest sources name several regions of one country, whoever takes the country
/// as a whole comes first. The last step is whoever takes what nobody covers. An agency that returned the report or may
/// not receive anything stays in sight and is not recommended.
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

    /// Addresses each of which alone decides where the reported person or the child is taken to be.
    static SortedSet<String> soleAddresses(RoutingFacts facts) {
        return soleAddresses(Evidences.in(facts));
    }

    private static SortedSet<String> soleAddresses(Evidences evidences) {
        return Stream.of(evidences.of(false), evidences.of(true))
                .flatMap(chain -> soleAddress(chain).stream())
                .collect(Collectors.toCollection(TreeSet::new));
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
                        .anyMatch(this::undecided);
        return new RoutingDecision(
                proposals, evidences.context(), !soleAddresses(evidences).isEmpty(), loop, choose, facts.having());
    }

    private void chain(List<PlaceEvidence> evidence, Whose whose) {
        boolean alone = soleAddress(evidence).isPresent();
        int step = 1;
        var asked = new ArrayList<PlaceEvidence>();
        for (PlaceEvidence one : evidence) {
            if (asked.stream().noneMatch(one::agreesWith)) {
                var deciding = Deciding.from(one, evidence);
                if (asked.isEmpty() && deciding.severalRegions()) {
                    country(deciding, whose, step++);
                }
                step(deciding.place(), whose, step++, sentences(deciding.finest(), evidence)).stream()
                        .filter(_ -> alone && asked.isEmpty())
                        .forEach(draft -> draft.alone.add(whose));
                asked.add(deciding.finest());
            }
        }
        if (evidence.isEmpty()) {
            List<Draft> _ = step(Place.unknown(), whose, FALLBACK_STEP, List.of());
        } else {
            takers(whose);
        }
    }

    /// Who takes what has no other recipient. The place is known, so nothing else may be said of it.
    private void takers(Whose whose) {
        facts.registry().covering(Place.unknown(), facts.day()).forEach(candidate -> {
            var _ = draft(candidate, whose, FALLBACK_STEP, List.of(Reason.of("takes-the-rest")));
        });
    }

    /// What concerns several regions goes to whoever takes the country as a whole; the regions' own agencies stay in
    /// sight as later steps.
    private void country(Deciding deciding, Whose whose, int step) {
        var sentences = new LinkedHashSet<Reason>();
        deciding.rivals().forEach(rival -> sentences.add(rival.reason()));
        sentences.add(Reason.of("several-regions", String.join(", ", deciding.regions())));
        var country = new Place(deciding.place().country(), null, null, null, null);
        facts.registry().covering(country, facts.day()).forEach(candidate -> {
            var _ = draft(candidate, whose, step, sentences);
        });
    }

    private List<Reason> sentences(PlaceEvidence deciding, List<PlaceEvidence> all) {
        var sentences = new ArrayList<Reason>();
        sentences.add(deciding.reason());
        all.stream()
                .filter(other -> !other.equals(deciding))
                .forEach(other -> sentences.add(
                        other.agreesWith(deciding)
                                ? other.reason()
                                : Reason.of("places-differ", facts.detail().place(other.place()))));
        return sentences;
    }

    /// @return those for whom this is the first step of the chain
    private List<Draft> step(Place place, Whose whose, int step, List<Reason> sentences) {
        List<Candidate> candidates = facts.registry().covering(place, facts.day());
        var first = new ArrayList<Draft>();
        for (Candidate candidate : candidates) {
            var all = new ArrayList<>(sentences);
            all.add(closing(candidate, candidates.size(), place));
            draft(candidate, whose, step, all).ifPresent(first::add);
        }
        return first;
    }

    /// An agency keeps its first step of a chain.
    private Optional<Draft> draft(Candidate candidate, Whose whose, int step, Collection<Reason> sentences) {
        var draft = drafts.computeIfAbsent(candidate.agency().id(), _ -> new Draft(candidate));
        boolean first = draft.steps.putIfAbsent(whose, step) == null;
        if (first) {
            draft.reasons.addAll(sentences);
        }
        return Optional.of(draft).filter(_ -> first);
    }

    private Reason closing(Candidate candidate, int together, Place place) {
        String words = facts.detail().place(place);
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
                draft.onOneAddress(),
                facts.returnedBy().contains(agency.id()),
                draft.candidate.cautions(),
                reasons);
    }

    /// The first step whose agencies have not returned the report. Of several agencies that share a state only one that
    /// holds a linked report is
    /// recommended: knowing no more than the state, a person chooses.
    private boolean recommended(Draft draft, Whose whose, int step) {
        if (!ready(draft) || step != firstReady(whose)) {
            return false;
        }
        long equals = drafts.values().stream()
                .filter(other -> ready(other) && Objects.equals(other.steps.get(whose), step))
                .count();
        boolean shared = draft.candidate.confidence() == Confidence.STATE && equals > 1;
        return !shared || facts.holders().containsKey(draft.candidate.agency().id());
    }

    /// Somebody could receive it and nobody is recommended.
    private boolean undecided(Whose whose) {
        boolean somebody = drafts.values().stream().anyMatch(draft -> ready(draft) && draft.steps.containsKey(whose));
        return somebody
                && drafts.values().stream()
                        .noneMatch(draft ->
                                draft.steps.containsKey(whose) && recommended(draft, whose, draft.steps.get(whose)));
    }

    private int firstReady(Whose whose) {
        return drafts.values().stream()
                .filter(this::ready)
                .map(draft -> draft.steps.get(whose))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(FALLBACK_STEP);
    }

    private boolean open(Draft draft) {
        return !facts.returnedBy().contains(draft.candidate.agency().id());
    }

    private boolean ready(Draft draft) {
        return open(draft) && draft.candidate.mayReceive();
    }

    /// All that supports the place as far as it decides is the same address, however often it was seen. Who names the
    /// country alone does not support a region.
    private static Optional<String> soleAddress(List<PlaceEvidence> evidence) {
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        var finest = Deciding.from(evidence.getFirst(), evidence).finest();
        long sources = evidence.stream()
                .filter(one -> one.agreesWith(finest) && (one.namesRegion() || !finest.namesRegion()))
                .map(PlaceEvidence::from)
                .distinct()
                .count();
        return sources == 1 && finest.address() ? Optional.of(finest.from()) : Optional.empty();
    }

    /// An agency on its way to a proposal: at which step of whose chain it stands.
    private static final class Draft {
        private final Candidate candidate;
        private final Set<Reason> reasons = new LinkedHashSet<>();
        private final Map<Whose, Integer> steps = new EnumMap<>(Whose.class);
        private final Set<Whose> alone = EnumSet.noneOf(Whose.class);

        Draft(Candidate candidate) {
            this.candidate = candidate;
        }

        /// Whether every chain that leads to it rests on one address alone.
        boolean onOneAddress() {
            return alone.containsAll(steps.keySet());
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
