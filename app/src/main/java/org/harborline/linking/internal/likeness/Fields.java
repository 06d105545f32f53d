// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.List;

/// The fields by which persons are compared, in their order.
public record Fields(List<Field> all) {

    public Fields {
        all = List.copyOf(all);
        if (all.size() < 2) {
            throw new IllegalArgumentException("Persons are compared by at least two fields.");
        }
    }

    public int size() {
        return all.size();
    }

    int indexOf(String name) {
        for (int field = 0; field < all.size(); field++) {
            if (all.get(field).name().equals(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException("There is no field " + name + ".");
    }

    public Kind kind(int field) {
        return all.get(field).kind();
    }

    /// Brings what was stated into the form in which it is compared.
    ///
    /// @param stated for each field its values, as they were written
    public Person read(List<List<String>> stated) {
        if (stated.size() != all.size()) {
            throw new IllegalArgumentException(
                    "There are " + all.size() + " fields, and values for " + stated.size() + ".");
        }
        var values = new ArrayList<List<Value>>();
        for (int field = 0; field < all.size(); field++) {
            Kind kind = kind(field);
            values.add(stated.get(field).stream()
                    .flatMap(value -> Values.of(kind, value).stream())
                    .distinct()
                    .toList());
        }
        return new Person(values);
    }

    /// Other fields into which a value of this one is at times written.
    List<Integer> exchangedWith(int field) {
        var others = new ArrayList<Integer>();
        for (int other = 0; other < all.size(); other++) {
            if (other != field && kind(field).exchanges(kind(other))) {
                others.add(other);
            }
        }
        return others;
    }
}
