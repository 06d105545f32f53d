// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// For each relation what each level of each field says for it, in bits against having nothing to do with each
/// other.
final class Weights {

    private static final Relation[] RELATIONS = Relation.values();
    private static final int LEVELS = Level.values().length;

    private final double[][][] bits;
    private final double[] starts;

    private Weights(double[][][] bits, double[] starts) {
        this.bits = bits;
        this.starts = starts;
    }

    /// @param shares of all pairs, by relation; nought for a relation that is not looked for
    static Weights of(double[] shares, double[][][] levels, double[][] chance, Fields fields) {
        double[][][] bits = new double[RELATIONS.length][fields.size()][LEVELS];
        double[] starts = new double[RELATIONS.length];
        double unrelated = 1;
        for (double share : shares) {
            unrelated -= share;
        }
        for (Relation relation : RELATIONS) {
            int r = relation.place();
            starts[r] = shares[r] > 0 ? FieldModel.bits(shares[r] / unrelated) : Double.NEGATIVE_INFINITY;
            for (int field = 0; field < fields.size(); field++) {
                for (int level = 0; level < LEVELS; level++) {
                    if (relation.shares(fields.kind(field)) && chance[field][level] > 0) {
                        bits[r][field][level] = FieldModel.bits(levels[r][field][level] / chance[field][level]);
                    }
                }
            }
        }
        return new Weights(bits, starts);
    }

    static Weights of(LikenessModel model) {
        List<FieldModel> of = model.fields();
        double[] shares = new double[RELATIONS.length];
        double[][][] levels = new double[RELATIONS.length][of.size()][LEVELS];
        double[][] chance = new double[of.size()][LEVELS];
        for (int field = 0; field < of.size(); field++) {
            int at = field;
            of.get(field).chance().forEach((level, share) -> chance[at][level.place()] = share);
        }
        model.relations().forEach((relation, share) -> {
            shares[relation.place()] = share;
            for (int field = 0; field < of.size(); field++) {
                int at = field;
                of.get(field)
                        .levels(relation)
                        .forEach((level, often) -> levels[relation.place()][at][level.place()] = often);
            }
        });
        return of(shares, levels, chance, model.description());
    }

    double bits(Relation relation, int field, int level) {
        return bits[relation.place()][field][level];
    }

    double start(Relation relation) {
        return starts[relation.place()];
    }

    /// What other relations take from the weight of being one person, in bits; less than nought where moving
    /// explains an address better than errors do.
    ///
    /// @param odds of each relation against none, in bits
    static double taken(double[] odds) {
        double one = 0;
        double others = 1;
        for (Relation relation : RELATIONS) {
            double odd = Math.pow(2, Math.min(odds[relation.place()], 1000));
            one += relation.isOnePerson() ? odd : 0;
            others += relation.isOnePerson() ? 0 : odd;
        }
        return odds[Relation.ONE_PERSON.place()] - FieldModel.bits(one / others);
    }
}
