// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.linking.LikenessStanding;
import org.harborline.linking.Suggestion;
import org.harborline.linking.Suggestions;
import org.harborline.linking.internal.likeness.Blocking;
import org.harborline.linking.internal.likeness.BlockingKey;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A model that is learnt from what was filed, and what its blocking keys tell a thief.
@TestPropertySource(properties = {"harborline.test.context=likeness", "db-scheduler.polling-interval=1h"})
class LikenessLearningTests extends LinkingCase {

    private static final int PERSONS = 1_500;
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "tas", "vo", "del", "sun", "bar", "qui", "zel", "fro", "nim", "pal", "gus", "wen"
    };

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private SuggestLinks suggest;

    @Autowired
    private LearnLikeness learn;

    @Autowired
    private LikenessModels models;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Vault vault;

    private final Map<ReportNumber, Integer> truth = new HashMap<>();

    @Test
    void learnsFromWhatIsFiledAndLeaksHardlyAValue() {
        Population population = new Population(7);
        for (int person = 0; person < PERSONS; person++) {
            file(person, population.person(person));
            if (person % 5 == 0) {
                file(person, population.again(person));
            }
        }
        settle();
        assertThat(models.inForce().number()).isZero();
        suggest.run();
        learn.run();
        settle();

        LikenessStanding standing = suggestions.standing(ANALYST);
        assertThat(standing.model()).isOne();
        assertThat(standing.profiles()).isEqualTo(truth.size());
        assertThat(models.inForce().model().blocking().keys())
                .isNotEmpty()
                .extracting(BlockingKey::share)
                .allMatch(share -> share <= Blocking.LARGEST_SHARE);
        assertThat(journal.of(SYSTEM, LikenessModels.record(1), 0, 10))
                .extracting(Entry::type)
                .contains("linking.likeness-learnt");
        holdsNoValue();

        suggest.run();
        List<Suggestion> found = all();
        assertThat(found).allMatch(one -> one.model() == 1);
        long right = found.stream()
                .filter(one -> truth.get(one.pair().newer())
                        .equals(truth.get(one.pair().older())))
                .count();
        assertThat(right).isGreaterThanOrEqualTo((long) (found.size() * 0.98)).isGreaterThan(PERSONS / 5 * 8 / 10);

        learn.run();
        assertThat(suggestions.standing(ANALYST).model())
                .as("stands for a week")
                .isOne();
        recognisesHardlyAKey();
    }

    private List<Suggestion> all() {
        var all = new java.util.ArrayList<Suggestion>();
        Suggestion.Place after = null;
        List<Suggestion> page;
        do {
            page = suggestions.list(ANALYST, after, 100);
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().place();
        } while (!page.isEmpty());
        return all;
    }

    private void holdsNoValue() {
        assertThat(database.sql("SELECT parameters FROM linking.likeness_model")
                        .query(String.class)
                        .single())
                .doesNotContain("kalo")
                .contains("birth-date");
    }

    /// Somebody who holds the table and knows another population of the same kind.
    private void recognisesHardlyAKey() {
        var attack = new RankAttack();
        database.sql("SELECT DISTINCT rule, blind, report_number FROM linking.blocking_key")
                .query(row -> {
                    attack.sealed(
                            new RankAttack.Cell(row.getString("rule"), "REPORTED", ""),
                            row.getObject("blind", UUID.class));
                });
        Population elsewhere = new Population(8);
        for (int person = 0; person < PERSONS; person++) {
            know(attack, elsewhere.person(person).report());
        }
        long values = attack.rules().stream().mapToLong(attack::values).sum();
        long right = attack.guesses().stream()
                .filter(guess -> vault
                        .probes(guess.value().space(), guess.value().value())
                        .stream()
                        .map(BlindKey::value)
                        .anyMatch(guess.key()::equals))
                .count();
        assertThat(values).isGreaterThan(5_000);
        assertThat(right).isLessThanOrEqualTo(values / 100);
    }

    private void know(RankAttack attack, ReceivedReport report) {
        Set<RankAttack.Known> once = new HashSet<>();
        for (Profile profile : profiles.of(
                List.of(report), Map.of(report.number(), new Origin(report.provider(), report.service())))) {
            for (BlockingRule rule : models.inForce().rules()) {
                for (String key : rule.keysOf(profile.person())) {
                    var known = new RankAttack.Known(rule.space(), key);
                    if (once.add(known)) {
                        attack.known(new RankAttack.Cell(rule.name(), "REPORTED", ""), known);
                    }
                }
            }
        }
    }

    private void file(int person, Described described) {
        var report = described.report();
        truth.put(report.number(), person);
        reports.hold(report);
        transactions.run(() -> journal.record(SYSTEM, reports.filed(report.number())));
    }

    /// Invented people with names of which some are common, and their second descriptions with an error or two.
    private static final class Population {

        private final long seed;

        Population(long seed) {
            this.seed = seed;
        }

        Described person(int number) {
            return described(new Random(seed * 1_000_003 + number), null);
        }

        Described again(int number) {
            return described(new Random(seed * 1_000_003 + number), new Random(seed * 77 + number));
        }

        private static Described described(Random random, Random errors) {
            String given = name(random, 2, 80);
            String surname = name(random, 3, 400);
            String born = "%04d-%02d-%02d"
                    .formatted(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String alias = name(random, 2, 900) + "." + name(random, 2, 900) + random.nextInt(100);
            String town = name(random, 4, 60);
            String postcode = Integer.toString(10_000 + random.nextInt(700));
            boolean wrong = errors != null;
            return Described.person(given + " " + (wrong && errors.nextInt(3) == 0 ? surname + "x" : surname))
                    .born(born)
                    .alias(wrong && errors.nextInt(2) == 0 ? alias + "_" : alias.replace(".", wrong ? "_" : "."))
                    .in(town, wrong && errors.nextInt(3) == 0 ? "99999" : postcode);
        }

        // one of so many names, the first ones more often
        private static String name(Random random, int syllables, int names) {
            int number = (int) (names * Math.pow(random.nextDouble(), 1.5));
            var name = new StringBuilder();
            var letters = new Random(number * 31L + syllables);
            for (int i = 0; i < syllables; i++) {
                name.append(SYLLABLES[letters.nextInt(SYLLABLES.length)]);
            }
            return name.toString();
        }
    }
}
