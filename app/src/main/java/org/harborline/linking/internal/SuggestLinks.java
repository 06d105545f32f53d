// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.LinkSuggested;
import org.harborline.linking.internal.likeness.Person;
import org.harborline.linking.internal.likeness.Score;
import org.harborline.linking.internal.likeness.Scorer;
import org.harborline.linking.internal.likeness.Threshold;
import org.harborline.platform.Actor;
import org.harborline.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Compares reported persons who were not compared yet with those that share a blocking key, and keeps the pairs that
/// are likely of one person. What it costs does not grow with how many there are: a key that many hold is passed over,
/// and of the others the ones that share the most keys are looked at. A report that cannot be read is set aside and
/// tried again later; then it is compared with all, those too who were compared meanwhile.
@Component
class SuggestLinks {

    static final String TASK = "linking.suggest-links";
    /// By a key that more than this hold nobody is looked up.
    static final int BUCKET = 50;
    /// With no more than these one is compared.
    static final int CANDIDATES = 100;

    private static final int BATCH = 20;
    private static final Actor ACTOR = Actor.system("suggest-links");
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Profiles profiles;
    private final ProfileTable table;
    private final SuggestionTable suggestions;
    private final LikenessModels models;
    private final Vault vault;
    private final LinkDesk.Decisions decisions;
    private final Threshold threshold;

    /// @param missed how many missed links are as bad as one false one
    SuggestLinks(
            Profiles profiles,
            ProfileTable table,
            SuggestionTable suggestions,
            LikenessModels models,
            Vault vault,
            LinkDesk.Decisions decisions,
            @Value("${harborline.linking.missed-for-a-false-link:49}") int missed) {
        this.profiles = profiles;
        this.table = table;
        this.suggestions = suggestions;
        this.models = models;
        this.vault = vault;
        this.decisions = decisions;
        this.threshold = Threshold.byCost(missed);
    }

    double threshold() {
        return threshold.probability();
    }

    /// Until nobody waits.
    void run() {
        boolean more = true;
        while (more) {
            more = batch();
        }
        suggestions.settle();
    }

    private boolean batch() {
        List<Profile.Place> due = table.waiting(BATCH, decisions.clock().instant());
        if (due.isEmpty()) {
            return false;
        }
        LikenessModels.InForce model = models.inForce();
        var people = new HashMap<Profile.Place, Person>();
        Set<ReportNumber> unread = read(reports(due), people);
        List<Profile.Place> waiting =
                due.stream().filter(place -> !unread.contains(place.report())).toList();
        Near near = near(waiting, people, model);
        Set<ReportNumber> others = new HashSet<>(reports(near.all()));
        others.removeAll(reports(waiting));
        table.parked(others).forEach(others::remove);
        Set<ReportNumber> _ = read(others, people);
        keep(waiting, near.passedOver(), compared(near, people, model), model.number());
        return true;
    }

    /// @return those that cannot be read, which are set aside
    private Set<ReportNumber> read(Collection<ReportNumber> reports, Map<Profile.Place, Person> into) {
        Profiles.Reading read = profiles.readEach(ACTOR, reports);
        read.profiles().forEach((place, profile) -> into.put(place, profile.person()));
        if (!read.unread().isEmpty()) {
            decisions
                    .transactions()
                    .run(() -> table.park(read.unread(), decisions.clock().instant()));
        }
        return read.unread();
    }

    private static Set<ReportNumber> reports(Collection<Profile.Place> places) {
        return places.stream().map(Profile.Place::report).collect(Collectors.toSet());
    }

    private Near near(List<Profile.Place> waiting, Map<Profile.Place, Person> people, LikenessModels.InForce model) {
        Map<Profile.Place, List<List<UUID>>> probes = new HashMap<>();
        for (Profile.Place place : waiting) {
            Person person = people.get(place);
            probes.put(place, person == null ? List.of() : Profiling.probes(person, model.rules(), vault));
        }
        Set<UUID> forms = probes.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        Map<UUID, Set<Profile.Place>> holders = table.holders(forms, BUCKET);
        var near = new Near(new LinkedHashMap<>(), new LinkedHashMap<>());
        probes.forEach((place, keys) -> near.take(place, keys, holders));
        return near;
    }

    /// Each pair once, with the score of those two persons in it who are most alike.
    private Map<ReportPair, SuggestionTable.Found> compared(
            Near near, Map<Profile.Place, Person> people, LikenessModels.InForce model) {
        Scorer scorer = model.model().scorer(model.frequencies());
        var found = new HashMap<ReportPair, SuggestionTable.Found>();
        near.candidates().forEach((place, others) -> {
            for (Profile.Place other : others) {
                Person one = people.get(place);
                Person two = people.get(other);
                if (one != null && two != null) {
                    boolean newer = place.report().compareTo(other.report()) > 0;
                    Score score = newer ? scorer.score(one, two) : scorer.score(two, one);
                    var pair = new SuggestionTable.Found(newer ? place : other, newer ? other : place, score);
                    found.merge(pair.pair(), pair, SuggestLinks::likelier);
                }
            }
        });
        return found;
    }

    private static SuggestionTable.Found likelier(SuggestionTable.Found a, SuggestionTable.Found b) {
        return a.score().probability() >= b.score().probability() ? a : b;
    }

    private void keep(
            List<Profile.Place> waiting,
            Map<Profile.Place, Integer> passedOver,
            Map<ReportPair, SuggestionTable.Found> compared,
            int model) {
        decisions.transactions().run(() -> {
            Set<ReportNumber> there = table.stillThere(Stream.concat(
                            compared.keySet().stream().flatMap(pair -> Stream.of(pair.newer(), pair.older())),
                            waiting.stream().map(Profile.Place::report))
                    .collect(Collectors.toSet()));
            List<SuggestionTable.Found> likely = compared.values().stream()
                    .filter(one -> one.score().probability() >= threshold.probability())
                    .filter(one -> there.containsAll(
                            List.of(one.newer().report(), one.older().report())))
                    .toList();
            List<ReportPair> pairs =
                    likely.stream().map(SuggestionTable.Found::pair).toList();
            var unlikely = new HashSet<>(compared.keySet());
            pairs.forEach(unlikely::remove);
            suggestions.drop(unlikely);
            List<ReportPair> fresh =
                    suggestions.store(likely, model, decisions.clock().instant());
            suggestions.dropOthers(reports(waiting), model);
            table.compared(passedOver, model);
            decisions
                    .journal()
                    .recordAll(
                            ACTOR,
                            fresh.stream()
                                    .map(pair -> new LinkSuggested(pair.newer(), pair.older(), model))
                                    .toList());
        });
    }

    /// Whom each is to be compared with.
    ///
    /// @param passedOver by how many keys nobody was looked up, because too many hold them
    private record Near(Map<Profile.Place, List<Profile.Place>> candidates, Map<Profile.Place, Integer> passedOver) {

        void take(Profile.Place place, List<List<UUID>> keys, Map<UUID, Set<Profile.Place>> holders) {
            var shared = new HashMap<Profile.Place, Integer>();
            int crowded = 0;
            for (List<UUID> forms : keys) {
                Set<Profile.Place> held = forms.stream()
                        .flatMap(form -> holders.getOrDefault(form, Set.of()).stream())
                        .collect(Collectors.toSet());
                if (held.size() > BUCKET) {
                    crowded++;
                } else {
                    held.stream()
                            .filter(other -> !other.report().equals(place.report()))
                            .forEach(other -> shared.merge(other, 1, Integer::sum));
                }
            }
            passedOver.put(place, crowded);
            candidates.put(
                    place,
                    shared.entrySet().stream()
                            .sorted(Map.Entry.<Profile.Place, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(one -> one.getKey().report(), Comparator.reverseOrder()))
                            .limit(CANDIDATES)
                            .map(Map.Entry::getKey)
                            .toList());
        }

        List<Profile.Place> all() {
            var all = new ArrayList<Profile.Place>();
            candidates.values().forEach(all::addAll);
            return all;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> suggestLinksTask(SuggestLinks suggest) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> suggest.run());
        }
    }
}
