// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// Says how far two values of one kind agree.
public interface Comparison {

    /// Never [Level#MISSING] or [Level#ELSEWHERE]: those are for whoever sees the whole description.
    Level of(Value a, Value b);

    /// The levels it can find, the best first.
    List<Level> levels();

    /// The comparison for a kind.
    static Comparison of(Kind kind) {
        return switch (kind) {
            case GIVEN_NAME, SURNAME -> new NameComparison();
            case FULL_NAME -> new FullNameComparison();
            case BIRTH_DATE -> new DateComparison();
            case EMAIL, HANDLE -> new HandleComparison();
            case HOUSE_NUMBER, POSTCODE, PHONE, CODE, NUMBER -> new CodeComparison();
            case STREET, LOCALITY, TEXT, REGION, CATEGORY -> new TextComparison();
        };
    }
}
