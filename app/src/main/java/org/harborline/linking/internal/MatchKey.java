// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.linking.Strength;

/// A normalised value that two reports can be compared by. Only its blind form is ever stored.
///
/// @param space keeps kinds apart that must never meet; the role is added when the key is blinded
/// @param value the normalised value, in clear, in memory only
record MatchKey(MatchRule rule, Strength strength, String space, String value) {

    MatchKey weakened(Strength other) {
        return strength.compareTo(other) >= 0 ? this : new MatchKey(rule, other, space, value);
    }

    @Override
    public String toString() {
        return "MatchKey(" + rule.id() + ", " + strength + ")";
    }
}
