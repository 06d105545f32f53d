// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A model of how alike descriptions of persons are was learnt and put in force.
///
/// @param profiles from how many descriptions
/// @param blockingRules how many rules of blocking were found to be rare enough
@FactType("linking.likeness-learnt")
public record LikenessLearnt(int model, int profiles, int blockingRules) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("likeness-model", model);
    }
}
