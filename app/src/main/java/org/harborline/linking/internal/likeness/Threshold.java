// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

/// From which probability on a pair is suggested.
public record Threshold(double probability) {

    /// A wrong link does more harm than a missed one: so many missed links are taken for one wrong one.
    private static final double MISSED_FOR_A_FALSE_ONE = 49;

    public Threshold {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A threshold is a probability between 0 and 1, such as 0.98.");
        }
    }

    /// Where what a false link costs, times how likely the link is false, equals what a missed one costs.
    ///
    /// @param missed how many missed links are as bad as one false link
    public static Threshold byCost(double missed) {
        return new Threshold(missed / (1 + missed));
    }

    public static Threshold usual() {
        return byCost(MISSED_FOR_A_FALSE_ONE);
    }
}
