// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// A share of a sample, and between which bounds that of the whole lies in 19 of 20 samples (Wilson 1927). It holds for
/// small samples and for shares of all or nothing.
///
/// @param of how many were counted; with none, nothing is known
public record Share(long part, long of, double low, double high) {

    /// 19 of 20.
    private static final double Z = 1.959964;

    static Share of(long part, long of) {
        if (of == 0) {
            return new Share(0, 0, 0, 1);
        }
        double share = (double) part / of;
        double square = Z * Z / of;
        double middle = share + square / 2;
        double reach = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        double low = (middle - reach) / (1 + square);
        double high = (middle + reach) / (1 + square);
        return new Share(part, of, part == 0 ? 0 : low, part == of ? 1 : high);
    }

    public boolean known() {
        return of > 0;
    }

    public double value() {
        return known() ? (double) part / of : 0;
    }
}
