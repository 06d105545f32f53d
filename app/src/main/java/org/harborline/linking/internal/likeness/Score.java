// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// How likely two descriptions are of one person, and what made it so: `start`, all parts, and less `taken`, are
/// the weight.
///
/// @param weight bits for and against, the rarity of one person among all included
/// @param start what the weight is before any field is looked at
/// @param taken what it loses because they may share a home, a name or a town instead; less than nought where a
/// move explains an address
public record Score(double probability, double weight, double start, List<Part> parts, double taken) {

    public Score {
        parts = List.copyOf(parts);
    }

    /// What one field added.
    ///
    /// @param weight bits: above nought for, below it against
    /// @param rarity how much of it is there because the value is rarer, or more common, than usual
    public record Part(String field, Level level, double weight, double rarity) {}

    static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
