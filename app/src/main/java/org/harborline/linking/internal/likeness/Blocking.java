// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.List;

/// Which descriptions are compared at all: those that share one of these keys.
public record Blocking(List<BlockingKey> keys) {

    /// No key may gather more than this share of the population, as expected for one who has it.
    public static final double LARGEST_SHARE = 1.0 / 10_000;

    public Blocking {
        keys = List.copyOf(keys);
        for (BlockingKey key : keys) {
            if (key.share() > LARGEST_SHARE) {
                throw new IllegalArgumentException("A blocking key gathers more than one person in 10,000: " + key);
            }
        }
    }

    /// All keys of a person, each with the number of its rule in front, so that those of two rules never meet.
    /// They are in clear: whoever stores them makes them blind first.
    public List<String> of(Person person, Fields fields) {
        var all = new ArrayList<String>();
        for (int rule = 0; rule < keys.size(); rule++) {
            for (String key : keys.get(rule).of(person, fields)) {
                all.add(rule + ":" + key);
            }
        }
        return all;
    }
}
