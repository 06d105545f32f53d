// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Looks at three descriptions together. Where a and c, and c and b, are almost surely of one person, so are a
/// and b, unless their own fields speak against it; and where those do, a with c and c with b cannot both be
/// right. All ways to part three descriptions into persons are weighed. Nothing follows over more than one
/// third, so that no chain of weak pairs ever grows together.
public final class Corroboration {

    /// Both pairs with the third must be so sure, in bits (99 %), to speak for a pair.
    private static final double SURE = 6.6;
    /// A third counts no more than this, and adds no more, so that it never outweighs many fields that differ.
    private static final double MOST = 10;
    /// Beyond this the powers of two would lose their last digits.
    private static final double BEYOND_DOUBT = 40;

    private final double start;
    private final Map<Integer, Map<Integer, Double>> scored = new HashMap<>();

    /// @param start the weight of a pair before any field is looked at
    public Corroboration(double start) {
        this.start = start;
    }

    /// Takes a scored pair in, whether it is likely or not.
    public void add(int a, int b, double weight) {
        scored.computeIfAbsent(a, _ -> new HashMap<>()).put(b, weight);
        scored.computeIfAbsent(b, _ -> new HashMap<>()).put(a, weight);
    }

    /// Pairs not scored yet that share a sure third: they are worth comparing even where no blocking key brought
    /// them together.
    public Pairs unscored() {
        var found = new TreeSet<Long>();
        for (Map<Integer, Double> of : scored.values()) {
            List<Integer> sure = sure(of);
            for (int i = 0; i < sure.size(); i++) {
                for (int j = i + 1; j < sure.size(); j++) {
                    if (!scored.getOrDefault(sure.get(i), Map.of()).containsKey(sure.get(j))) {
                        found.add(Pairs.pair(sure.get(i), sure.get(j)));
                    }
                }
            }
        }
        return Pairs.of(found.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<Integer> sure(Map<Integer, Double> of) {
        var sure = new ArrayList<Integer>();
        of.forEach((other, weight) -> {
            if (weight >= SURE) {
                sure.add(other);
            }
        });
        return sure;
    }

    /// What thirds add to the weight of a pair, in bits: what the best of them says for it, and the worst
    /// against it.
    public double change(int a, int b, double weight) {
        Map<Integer, Double> ofA = scored.getOrDefault(a, Map.of());
        Map<Integer, Double> ofB = scored.getOrDefault(b, Map.of());
        double best = 0;
        double worst = 0;
        for (Map.Entry<Integer, Double> third : ofA.entrySet()) {
            Double other = ofB.get(third.getKey());
            if (other != null) {
                double change = together(weight, third.getValue(), other) - Math.min(weight, BEYOND_DOUBT);
                best = Math.min(third.getValue(), other) >= SURE ? Math.max(best, change) : best;
                worst = Math.min(worst, change);
            }
        }
        return Math.min(best, MOST) + worst;
    }

    // a with b, or all three, against none, or a with c, or c with b
    private double together(double ab, double ac, double cb) {
        double pair = Math.min(ab, BEYOND_DOUBT);
        double first = Math.min(ac, MOST);
        double second = Math.min(cb, MOST);
        double all = Math.pow(2, pair + first + second - start);
        return FieldModel.bits((Math.pow(2, pair) + all) / (1 + Math.pow(2, first) + Math.pow(2, second)));
    }
}
