// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Learns a model from descriptions without being told which are of one person: chance agreement from random
/// pairs, the rest by expectation and maximisation over the pairs that share something.
public final class Learning {

    private static final int RANDOM_PAIRS = 300_000;
    private static final int ROUNDS = 3;
    private static final int FIRST_ITERATIONS = 6;
    private static final int MOST_ITERATIONS = 60;
    private static final double LIKELY = 0.9;

    private final Fields fields;
    private final List<Person> people;
    private final Comparing comparing;
    private final double[] parts;
    private final List<BlockingKey> rules;

    private Learning(Fields fields, List<Person> people, List<BlockingKey> rules) {
        this.fields = fields;
        this.rules = List.copyOf(rules);
        this.people = people;
        this.comparing = new Comparing(fields);
        this.parts = new double[people.size()];
        Arrays.fill(parts, 1);
    }

    /// What was learnt, and how common values are in the same population.
    public record Learned(LikenessModel model, ValueCounts frequencies) {}

    /// With blocking keys that are chosen from what the population shows.
    public static Learned from(Fields fields, List<Person> people) {
        return new Learning(fields, people, List.of()).learn();
    }

    /// With those of given blocking keys that are rare enough in the population.
    public static Learned from(Fields fields, List<Person> people, List<BlockingKey> rules) {
        return new Learning(fields, people, rules).learn();
    }

    private Learned learn() {
        var codes = new PartCodes(fields, people);
        Pairs near = Pairs.sharing(new BlockingChoice(codes, parts).first(people.size()), people, fields);
        var candidates = new Compared(near, people, fields, comparing);
        var random = new Compared(randomPairs(), people, fields, comparing);
        var estimate = new Estimate(fields, comparing, people.size());
        int iterations = 0;
        for (int round = 0; round < ROUNDS; round++) {
            estimate.chance(random);
            var rarity = new Rarity(ValueCounts.of(people, parts));
            candidates.weigh(rarity, estimate.chance());
            random.weigh(rarity, estimate.chance());
            if (round == 0) {
                iterations += estimate.maximise(candidates, FIRST_ITERATIONS);
                candidates = candidates.promising(estimate.weights());
                candidates.weigh(rarity, estimate.chance());
            }
            iterations += estimate.maximise(candidates, MOST_ITERATIONS);
            share(estimate, candidates);
        }
        var choice = new BlockingChoice(codes, parts);
        Blocking blocking = rules.isEmpty() ? choice.best(likely(estimate, candidates)) : choice.among(rules);
        return new Learned(estimate.model(iterations, blocking), ValueCounts.of(people, parts));
    }

    private Pairs randomPairs() {
        long all = people.size() * (people.size() - 1L) / 2;
        if (all <= RANDOM_PAIRS) {
            long[] every = new long[(int) all];
            int next = 0;
            for (int a = 0; a < people.size(); a++) {
                for (int b = a + 1; b < people.size(); b++) {
                    every[next++] = Pairs.pair(a, b);
                }
            }
            return Pairs.of(every);
        }
        var random = new Random(people.size());
        long[] some = new long[RANDOM_PAIRS];
        for (int i = 0; i < some.length; i++) {
            int a = random.nextInt(people.size());
            int b = (a + 1 + random.nextInt(people.size() - 1)) % people.size();
            some[i] = Pairs.pair(a, b);
        }
        return Pairs.of(some);
    }

    // somebody with ten descriptions counts as one person
    private void share(Estimate estimate, Compared candidates) {
        double[] descriptions = new double[people.size()];
        Arrays.fill(descriptions, 1);
        for (int pair = 0; pair < candidates.size(); pair++) {
            double probability = estimate.probability(pair);
            descriptions[candidates.pairs().left(pair)] += probability;
            descriptions[candidates.pairs().right(pair)] += probability;
        }
        Arrays.setAll(parts, i -> 1 / descriptions[i]);
    }

    private static Pairs likely(Estimate estimate, Compared candidates) {
        long[] likely = new long[candidates.size()];
        int found = 0;
        for (int pair = 0; pair < likely.length; pair++) {
            if (estimate.probability(pair) >= LIKELY) {
                likely[found++] = Pairs.pair(
                        candidates.pairs().left(pair), candidates.pairs().right(pair));
            }
        }
        return Pairs.of(Arrays.copyOf(likely, found));
    }
}
