// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

/// What it adds that the value on which two agree is rarer, or more common, than others of its field.
final class Rarity {

    private final Frequencies frequencies;

    Rarity(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /// In bits, on top of what agreement adds on average. Of several shared values the rarest counts.
    ///
    /// @param usual how often two persons agree in this field by chance
    double bits(int field, Person a, Person b, double usual) {
        double rarest = Double.NaN;
        for (Value value : a.of(field)) {
            for (Value other : b.of(field)) {
                if (value.sameAs(other)) {
                    double share = frequencies.share(field, value, usual);
                    rarest = Double.isNaN(rarest) ? share : Math.min(rarest, share);
                }
            }
        }
        return Double.isNaN(rarest) ? 0 : FieldModel.bits(usual / rarest);
    }
}
