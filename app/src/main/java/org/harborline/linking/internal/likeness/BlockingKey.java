// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What two descriptions must share to be compared: parts of at least two fields together. A key of one field
/// would show in a stolen database, by its frequency, which name it stands for.
///
/// @param share the expected share of other persons who have the same key
public record BlockingKey(List<BlockingPart> parts, double share) {

    private static final char BETWEEN = '\u001f';

    public BlockingKey {
        parts = List.copyOf(parts);
        if (parts.stream().map(BlockingPart::field).distinct().count() < Math.max(2, parts.size())) {
            throw new IllegalArgumentException("A blocking key is made of at least two fields, each once.");
        }
    }

    /// The keys of a person by this rule, none where one of the fields is empty. They are in clear: whoever stores them
    /// makes them blind first.
    public Set<String> of(Person person, Fields fields) {
        List<List<String>> combinations = List.of(List.of());
        for (BlockingPart part : parts) {
            var longer = new ArrayList<List<String>>();
            for (String code : codes(person, part, fields)) {
                for (List<String> combination : combinations) {
                    var with = new ArrayList<>(combination);
                    with.add(code);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        var keys = new HashSet<String>();
        combinations.forEach(combination -> keys.add(key(combination, fields)));
        return keys;
    }

    private String key(List<String> codes, Fields fields) {
        // two names, or two parts of an address, are the same key in either order
        List<String> ordered = inAnyOrder(fields) ? codes.stream().sorted().toList() : codes;
        return String.join(String.valueOf(BETWEEN), ordered);
    }

    private boolean inAnyOrder(Fields fields) {
        BlockingPart first = parts.getFirst();
        Kind kind = fields.kind(fields.indexOf(first.field()));
        return parts.stream()
                .skip(1)
                .allMatch(part -> part.form() == first.form()
                        && fields.kind(fields.indexOf(part.field())).exchanges(kind));
    }

    private static Set<String> codes(Person person, BlockingPart part, Fields fields) {
        var codes = new HashSet<String>();
        person.of(fields.indexOf(part.field())).forEach(value -> part.of(value).forEach(codes::add));
        return codes;
    }
}
