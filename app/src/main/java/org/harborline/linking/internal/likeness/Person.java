// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// A description of a person: for each field the values that were given, often none or one.
///
/// @param values by the position of the field in [Fields]
public record Person(List<List<Value>> values) {

    public Person {
        values = List.copyOf(values);
    }

    List<Value> of(int field) {
        return values.get(field);
    }

    @Override
    public String toString() {
        return "Person[masked]";
    }
}
