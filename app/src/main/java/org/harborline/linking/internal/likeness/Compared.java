// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.Arrays;
import java.util.List;

/// Pairs with the level of each field, and what the rarity of shared values adds: what is learnt from, without the
/// values.
final class Compared {

    private static final Relation[] RELATIONS = Relation.values();
    private static final double SURELY_UNRELATED = 0.9999;

    private final Pairs pairs;
    private final List<Person> people;
    private final Fields fields;
    private final byte[] levels;
    private final float[] rare;

    private Compared(Pairs pairs, List<Person> people, Fields fields, byte[] levels) {
        this.pairs = pairs;
        this.people = people;
        this.fields = fields;
        this.levels = levels;
        this.rare = new float[Math.multiplyExact(pairs.size(), RELATIONS.length)];
    }

    Compared(Pairs pairs, List<Person> people, Fields fields, Comparing comparing) {
        this(pairs, people, fields, new byte[Math.multiplyExact(pairs.size(), fields.size())]);
        for (int pair = 0; pair < pairs.size(); pair++) {
            comparing.levels(left(pair), right(pair), levels, pair * fields.size());
        }
    }

    /// Without the pairs that have nothing to do with each other for sure.
    Compared promising(Weights weights) {
        long[] kept = new long[pairs.size()];
        byte[] keptLevels = new byte[levels.length];
        double[] of = new double[RELATIONS.length];
        int count = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (relations(pair, weights, of) < SURELY_UNRELATED) {
                kept[count] = Pairs.pair(pairs.left(pair), pairs.right(pair));
                System.arraycopy(levels, pair * fields.size(), keptLevels, count * fields.size(), fields.size());
                count++;
            }
        }
        return new Compared(
                Pairs.of(Arrays.copyOf(kept, count)), people, fields, Arrays.copyOf(keptLevels, count * fields.size()));
    }

    Pairs pairs() {
        return pairs;
    }

    int size() {
        return pairs.size();
    }

    int level(int pair, int field) {
        return levels[pair * fields.size() + field];
    }

    /// Looks up anew how rare the shared values are.
    void weigh(Rarity rarity, double[][] chance) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            for (Relation relation : RELATIONS) {
                rare[pair * RELATIONS.length + relation.place()] = 0;
            }
            for (int field = 0; field < fields.size(); field++) {
                if (level(pair, field) == Level.SAME.place()) {
                    add(pair, field, rarity.bits(field, left(pair), right(pair), chance[field][Level.SAME.place()]));
                }
            }
        }
    }

    private void add(int pair, int field, double bits) {
        for (Relation relation : RELATIONS) {
            if (relation.shares(fields.kind(field))) {
                rare[pair * RELATIONS.length + relation.place()] += (float) bits;
            }
        }
    }

    /// Writes how likely each relation is into an array.
    ///
    /// @return how likely it is that they have nothing to do with each other
    double relations(int pair, Weights weights, double[] probabilities) {
        double all = 1;
        for (Relation relation : RELATIONS) {
            int r = relation.place();
            double odds = weights.start(relation);
            if (odds > Double.NEGATIVE_INFINITY) {
                odds += rare[pair * RELATIONS.length + r];
                for (int field = 0; field < fields.size(); field++) {
                    odds += weights.bits(relation, field, level(pair, field));
                }
            }
            probabilities[r] = Math.pow(2, Math.min(odds, 1000));
            all += probabilities[r];
        }
        for (int r = 0; r < RELATIONS.length; r++) {
            probabilities[r] /= all;
        }
        return 1 / all;
    }

    private Person left(int pair) {
        return people.get(pairs.left(pair));
    }

    private Person right(int pair) {
        return people.get(pairs.right(pair));
    }
}
