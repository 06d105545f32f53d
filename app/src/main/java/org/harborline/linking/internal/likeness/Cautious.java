// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A model for an installation that has too few descriptions to learn from. Values are taken to be more common, and
/// persons to be described again more rarely, than they mostly are: what it suggests agrees in three fields or so.
final class Cautious {

    private static final double DIFFERING = 0.1;
    private static final double OFTEN_DIFFERING = 0.5;
    /// No more pairs than this nearly agree by chance, in any one way.
    private static final double MOST_NEARLY = 0.02;

    private static final Map<Relation, Double> SHARES = Map.of(
            Relation.ONE_PERSON, 2e-6, Relation.HOUSEHOLD, 1e-6, Relation.NAMESAKES, 1e-5, Relation.NEIGHBOURS, 5e-3);

    private Cautious() {}

    static LikenessModel model(Fields fields, Blocking blocking) {
        var comparing = new Comparing(fields);
        var models = new ArrayList<FieldModel>();
        for (int field = 0; field < fields.size(); field++) {
            Map<Level, Double> chance = chance(comparing, field, fields.kind(field));
            models.add(new FieldModel(
                    fields.all().get(field).name(),
                    fields.kind(field),
                    related(comparing, field, fields.kind(field), chance),
                    chance));
        }
        return new LikenessModel(LikenessModel.VERSION, models, SHARES, 0, blocking);
    }

    private static Map<Level, Double> chance(Comparing comparing, int field, Kind kind) {
        var chance = new EnumMap<Level, Double>(Level.class);
        double left = 1;
        for (Level level : levels(comparing, field)) {
            if (level != Level.DIFFERENT) {
                double share = Math.min(MOST_NEARLY, same(kind) * times(kind, level));
                chance.put(level, level == Level.SAME ? same(kind) : share);
                left -= chance.getOrDefault(level, 0.0);
            }
        }
        chance.put(Level.DIFFERENT, left);
        return chance;
    }

    /// The share of pairs that agree by chance.
    private static double same(Kind kind) {
        return switch (kind) {
            case REGION, CATEGORY -> 0.2;
            case LOCALITY -> 0.05;
            case GIVEN_NAME, TEXT, NUMBER -> 0.02;
            case HOUSE_NUMBER -> 0.01;
            case POSTCODE, SURNAME, CODE -> 0.005;
            case STREET -> 0.002;
            case FULL_NAME, HANDLE -> 0.0002;
            case BIRTH_DATE -> 0.0001;
            case EMAIL, PHONE -> 0.00005;
        };
    }

    /// How much oftener than the same value a level is found by chance.
    private static double times(Kind kind, Level level) {
        return switch (level) {
            case SAME, SWAPPED, VARIANT -> 1;
            case SOUND -> 2;
            case ELSEWHERE -> 5;
            case ONE_EDIT -> nearby(kind);
            case CLOSE -> kind == Kind.BIRTH_DATE ? 500 : 5 * nearby(kind);
            case PART -> 10;
            case LOOSE -> kind == Kind.BIRTH_DATE ? 500 : 40;
            case DIFFERENT, MISSING -> 0;
        };
    }

    // dates and codes have many neighbours, long names few
    private static double nearby(Kind kind) {
        return switch (kind) {
            case BIRTH_DATE -> 50;
            case POSTCODE, HOUSE_NUMBER, CODE, NUMBER -> 5;
            case HANDLE, EMAIL -> 0.5;
            case GIVEN_NAME, SURNAME, FULL_NAME, STREET, LOCALITY, REGION, PHONE, CATEGORY, TEXT -> 1;
        };
    }

    private static Map<Relation, Map<Level, Double>> related(
            Comparing comparing, int field, Kind kind, Map<Level, Double> chance) {
        var related = new EnumMap<Relation, Map<Level, Double>>(Relation.class);
        for (Relation relation : SHARES.keySet()) {
            if (relation.shares(kind)) {
                boolean byChance = relation == Relation.HOUSEHOLD && kind == Kind.FULL_NAME;
                related.put(relation, byChance ? household(chance) : agreeing(comparing, field, kind, relation));
            }
        }
        return related;
    }

    private static Map<Level, Double> agreeing(Comparing comparing, int field, Kind kind, Relation relation) {
        double differing = relation.isOnePerson()
                ? (kind.mostDiffering() > 0.3 ? OFTEN_DIFFERING : DIFFERING)
                : relation.mostDiffering(kind);
        List<Level> agreeing = levels(comparing, field).stream()
                .filter(level -> level != Level.DIFFERENT)
                .toList();
        double all = agreeing.stream().mapToDouble(Level::usual).sum();
        var shares = new EnumMap<Level, Double>(Level.class);
        agreeing.forEach(level -> shares.put(level, level.usual() / all * (1 - Math.min(0.95, differing))));
        shares.put(Level.DIFFERENT, Math.min(0.95, differing));
        return shares;
    }

    // those who live together share a part of their names, the whole of it only by chance
    private static Map<Level, Double> household(Map<Level, Double> chance) {
        var shares = new EnumMap<>(chance);
        double different = chance.getOrDefault(Level.DIFFERENT, 1.0);
        shares.merge(Level.LOOSE, different / 2, Double::sum);
        shares.put(Level.DIFFERENT, different / 2);
        return shares;
    }

    private static List<Level> levels(Comparing comparing, int field) {
        var levels = new ArrayList<Level>();
        for (Level level : Level.values()) {
            if (comparing.finds(field, level)) {
                levels.add(level);
            }
        }
        return levels;
    }
}
