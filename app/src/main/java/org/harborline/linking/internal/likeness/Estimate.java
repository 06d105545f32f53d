// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The parameters while they are estimated, by expectation and maximisation. Pairs that are no candidates are
/// taken to have nothing to do with each other or to be neighbours, so that shares are shares of all pairs.
final class Estimate {

    private static final Relation[] RELATIONS = Relation.values();
    private static final int LEVELS = Level.values().length;
    private static final int CHANCE_ITERATIONS = 4;
    private static final double STANDS_STILL = 5e-5;
    /// What was usual elsewhere counts as so many pairs.
    private static final double USUAL_PAIRS = 10;

    /// A relation that explains no more pairs than this is not believed in: it would only take from being one
    /// person.
    private static final double DOUBTED_PAIRS = 3;

    private static final double DOUBTED_SHARE = 0.005;

    private final Fields fields;
    private final Comparing comparing;
    private final double total;
    private final double[][] usual;
    private final double[][] chance;
    private final double[][][] levels;
    private final double[] shares = new double[RELATIONS.length];
    private Weights weights;
    private double[] probabilities = new double[0];

    /// @param people how many descriptions there are
    Estimate(Fields fields, Comparing comparing, int people) {
        this.fields = fields;
        this.comparing = comparing;
        this.total = people * (people - 1.0) / 2;
        this.usual = usual();
        this.chance = new double[fields.size()][LEVELS];
        this.levels = new double[RELATIONS.length][][];
        for (Relation relation : RELATIONS) {
            boolean shows = relation.shows(fields);
            shares[relation.place()] = shows ? Math.min(0.1, 0.2 * people / total) : 0;
            levels[relation.place()] = usual();
        }
        if (shares[Relation.NEIGHBOURS.place()] > 0) {
            shares[Relation.NEIGHBOURS.place()] = 0.01;
        }
        shares[Relation.MOVED.place()] /= 10;
        this.weights = Weights.of(shares, levels, chance, fields);
    }

    private double[][] usual() {
        double[][] usual = new double[fields.size()][LEVELS];
        for (int field = 0; field < usual.length; field++) {
            double sum = 0;
            for (Level level : Level.values()) {
                usual[field][level.place()] = comparing.finds(field, level) ? level.usual() : 0;
                sum += usual[field][level.place()];
            }
            for (int level = 0; level < LEVELS; level++) {
                usual[field][level] /= sum;
            }
        }
        return usual;
    }

    Weights weights() {
        return weights;
    }

    double[][] chance() {
        return chance;
    }

    double probability(int pair) {
        return probabilities[pair];
    }

    /// Counts agreement by chance in random pairs, those that have to do with each other taken out as far as is
    /// known.
    void chance(Compared random) {
        double[] unrelated = new double[random.size()];
        Arrays.fill(unrelated, 1);
        if (chance[0][Level.DIFFERENT.place()] == 0) {
            byChance(random, unrelated);
        }
        double[] neighbours = new double[random.size()];
        double[] of = new double[RELATIONS.length];
        for (int iteration = 0; iteration < CHANCE_ITERATIONS; iteration++) {
            double near = 0;
            for (int pair = 0; pair < random.size(); pair++) {
                unrelated[pair] = random.relations(pair, weights, of);
                neighbours[pair] = of[Relation.NEIGHBOURS.place()];
                near += neighbours[pair];
            }
            byChance(random, unrelated);
            if (shares[Relation.NEIGHBOURS.place()] > 0) {
                shares[Relation.NEIGHBOURS.place()] = Math.max(1e-9, near / random.size());
                learn(Relation.NEIGHBOURS, random, neighbours);
            }
            weights = Weights.of(shares, levels, chance, fields);
        }
    }

    private void byChance(Compared random, double[] unrelated) {
        for (int field = 0; field < fields.size(); field++) {
            double[] counts = counts(random, field, unrelated);
            double sum = sum(counts);
            for (Level level : Level.values()) {
                int l = level.place();
                chance[field][l] = comparing.finds(field, level) ? (counts[l] + 0.5) / (sum + 5) : 0;
            }
        }
        weights = Weights.of(shares, levels, chance, fields);
    }

    /// Estimates what each relation is like until nothing moves.
    ///
    /// @param most iterations
    /// @return how many iterations it took
    int maximise(Compared candidates, int most) {
        double[][] found = new double[RELATIONS.length][candidates.size()];
        double[] of = new double[RELATIONS.length];
        probabilities = new double[candidates.size()];
        for (int iteration = 1; iteration <= most; iteration++) {
            for (int pair = 0; pair < candidates.size(); pair++) {
                candidates.relations(pair, weights, of);
                for (int r = 0; r < of.length; r++) {
                    found[r][pair] = of[r];
                }
                probabilities[pair] = of[Relation.ONE_PERSON.place()] + of[Relation.MOVED.place()];
            }
            if (maximised(candidates, found) < STANDS_STILL) {
                return iteration;
            }
        }
        return most;
    }

    private double maximised(Compared candidates, double[][] found) {
        double moved = 0;
        double doubted = DOUBTED_PAIRS + DOUBTED_SHARE * sum(probabilities);
        for (Relation relation : RELATIONS) {
            int r = relation.place();
            if (relation != Relation.NEIGHBOURS && shares[r] > 0) {
                double pairs = sum(found[r]) - (relation == Relation.ONE_PERSON ? 0 : doubted);
                shares[r] = Math.min(0.3, Math.max(0.01, pairs) / total);
                moved = Math.max(moved, learn(relation, candidates, found[r]));
            }
        }
        weights = Weights.of(shares, levels, chance, fields);
        return moved;
    }

    private double learn(Relation relation, Compared pairs, double[] likely) {
        double moved = 0;
        for (int field = 0; field < fields.size(); field++) {
            if (relation.shares(fields.kind(field))) {
                // whoever moved makes the same errors elsewhere
                boolean both = relation.isOnePerson() && Relation.MOVED.shares(fields.kind(field));
                double[] counts = counts(pairs, field, both ? probabilities : likely);
                double[] now = levels[relation.place()][field];
                double[] next = next(relation, field, counts);
                for (int level = 0; level < LEVELS; level++) {
                    moved = Math.max(moved, Math.abs(next[level] - now[level]));
                    now[level] = next[level];
                }
            }
        }
        return moved;
    }

    private double[] next(Relation relation, int field, double[] counts) {
        double[] next = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            next[level] = counts[level] + USUAL_PAIRS * usual[field][level];
        }
        if (relation == Relation.HOUSEHOLD && fields.kind(field) == Kind.FULL_NAME) {
            // those who live together share a part of their names, the whole of it only by chance
            double sum = sum(next);
            for (int level = 0; level < Level.LOOSE.place(); level++) {
                next[level] = sum * chance[field][level];
            }
        }
        double sum = sum(next);
        for (int level = 0; level < LEVELS; level++) {
            next[level] /= sum;
        }
        limit(next, relation.mostDiffering(fields.kind(field)));
        return next;
    }

    // what differs more often than this is not the relation: without a bound it could drift into another
    private static void limit(double[] shares, double most) {
        int different = Level.DIFFERENT.place();
        if (shares[different] > most) {
            double others = 1 - shares[different];
            for (int level = 0; level < different; level++) {
                shares[level] *= (1 - most) / others;
            }
            shares[different] = most;
        }
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static double[] counts(Compared pairs, int field, double[] weights) {
        double[] counts = new double[LEVELS];
        for (int pair = 0; pair < weights.length; pair++) {
            counts[pairs.level(pair, field)] += weights[pair];
        }
        counts[Level.MISSING.place()] = 0;
        return counts;
    }

    LikenessModel model(int iterations, Blocking blocking) {
        var models = new ArrayList<FieldModel>();
        Map<Relation, Double> found = new EnumMap<>(Relation.class);
        for (Relation relation : RELATIONS) {
            if (shares[relation.place()] > 0) {
                found.put(relation, shares[relation.place()]);
            }
        }
        for (int field = 0; field < fields.size(); field++) {
            Field of = fields.all().get(field);
            Map<Relation, Map<Level, Double>> related = new EnumMap<>(Relation.class);
            for (Relation relation : found.keySet()) {
                if (relation.shares(of.kind())) {
                    related.put(relation, FieldModel.map(levels[relation.place()][field]));
                }
            }
            models.add(new FieldModel(of.name(), of.kind(), related, FieldModel.map(chance[field])));
        }
        return new LikenessModel(LikenessModel.VERSION, models, found, iterations, blocking);
    }
}
