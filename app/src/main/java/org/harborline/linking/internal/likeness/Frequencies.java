// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

/// How common values are. Counts of persons, not of descriptions: somebody who is described ten times does not
/// make a name common.
public interface Frequencies {

    /// The share of other persons who have the value, for one who has it.
    ///
    /// @param usual the share for a value of this field of which nothing is known
    double share(int field, Value value, double usual);

    /// Where nothing is known of any value.
    static Frequencies unknown() {
        return (_, _, usual) -> usual;
    }
}
