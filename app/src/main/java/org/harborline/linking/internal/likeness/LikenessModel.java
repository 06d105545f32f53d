// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was learnt from a population: how often each level of each field is found with one person, with two who
/// have something in common, and by chance; how rare these are among all pairs; and by which keys pairs are
/// found. It holds no value of anybody.
///
/// @param version of the rules by which values are read and compared; a model of another version is not used
/// @param relations the share of all pairs that are in each relation
/// @param iterations how often the parameters were estimated until they stood still
public record LikenessModel(
        String version, List<FieldModel> fields, Map<Relation, Double> relations, int iterations, Blocking blocking) {

    /// Rises when a value would be read, or two values compared, in another way.
    public static final String VERSION = "likeness-1";

    public LikenessModel {
        fields = List.copyOf(fields);
        relations = Map.copyOf(relations);
        if (!version.equals(VERSION)) {
            throw new IllegalArgumentException(
                    "The model is of version " + version + "; this release reads " + VERSION + ". Learn it anew.");
        }
    }

    public Fields description() {
        return new Fields(fields.stream().map(FieldModel::field).toList());
    }

    /// The share of all pairs that are of one person.
    public double lambda() {
        return relations.getOrDefault(Relation.ONE_PERSON, 0.0) + relations.getOrDefault(Relation.MOVED, 0.0);
    }

    /// The same for a larger population, of which it was learnt from a part: persons who are described again grow as
    /// the population does, and pairs of strangers as its square. So a pair is of one person less often.
    ///
    /// @param times how many times larger, 1 at least
    public LikenessModel amongMore(double times) {
        Map<Relation, Double> rarer = new EnumMap<>(Relation.class);
        relations.forEach((relation, share) -> rarer.put(relation, relation.isOnePerson() ? share / times : share));
        return new LikenessModel(version, fields, rarer, iterations, blocking);
    }

    /// A model that was learnt from nobody: cautious shares for each kind of field.
    public static LikenessModel cautious(Fields fields, Blocking blocking) {
        return Cautious.model(fields, blocking);
    }

    /// How likely two descriptions are of one person.
    public Score score(Person a, Person b, Frequencies frequencies) {
        return new Scorer(this, frequencies).score(a, b);
    }

    /// For scoring many pairs.
    public Scorer scorer(Frequencies frequencies) {
        return new Scorer(this, frequencies);
    }
}
