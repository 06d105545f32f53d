// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

/// Scatters numbers, the same way for ever: worlds made years apart from one seed must be equal.
final class Bits {

    private Bits() {}

    /// The finalizer of MurmurHash3: a one-to-one function, so different numbers stay different.
    static long scatter(long value) {
        long bits = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return bits ^ (bits >>> 33);
    }

    static long scatter(long seed, long value) {
        return scatter(scatter(seed + 0x9e3779b97f4a7c15L) ^ value);
    }
}
