// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.EnumMap;
import java.util.Map;

/// What was learnt of one field.
///
/// @param related for each relation that this field shows, how often each level is found where both say something
/// @param chance how often it is found with descriptions that have nothing to do with each other
public record FieldModel(String name, Kind kind, Map<Relation, Map<Level, Double>> related, Map<Level, Double> chance) {

    public FieldModel {
        related = Map.copyOf(related);
        chance = Map.copyOf(chance);
    }

    Field field() {
        return new Field(name, kind);
    }

    /// How often two who have nothing to do with each other have the same value.
    double usual() {
        return chance.getOrDefault(Level.SAME, 1.0);
    }

    Map<Level, Double> levels(Relation relation) {
        return related.getOrDefault(relation, Map.of());
    }

    static double bits(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }

    static Map<Level, Double> map(double[] shares) {
        var map = new EnumMap<Level, Double>(Level.class);
        for (Level level : Level.values()) {
            if (shares[level.place()] > 0) {
                map.put(level, shares[level.place()]);
            }
        }
        return map;
    }
}
