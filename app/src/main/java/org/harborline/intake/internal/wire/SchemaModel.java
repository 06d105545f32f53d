// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What our own schema says, in a form that a fault can be explained from.
final class SchemaModel {

    private final Map<String, Declaration> documents;

    /// For each element name, the types it may stand in.
    private final Map<String, Set<String>> parents;

    SchemaModel(Map<String, Declaration> documents, Map<String, Set<String>> parents) {
        this.documents = Map.copyOf(documents);
        this.parents = Map.copyOf(parents);
    }

    Optional<Declaration> document(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    /// Where an element of that name may stand; empty when there is no such element.
    Set<String> parentsOf(String name) {
        return parents.getOrDefault(name, Set.of());
    }

    /// All element names, in alphabetical order.
    Set<String> names() {
        return new TreeSet<>(parents.keySet());
    }

    /// An element and what may be in it.
    ///
    /// @param fixed the only value it may have; an empty element has it too
    record Declaration(String name, Type type, @Nullable String fixed) {}

    /// What may be in an element.
    ///
    /// The name is the type's in the schema; what the schema says about it in words may be nothing.
    sealed interface Type {
        String name();

        String about();

        Map<String, Attribute> attributes();
    }

    /// Text.
    record Text(String name, String about, SimpleType value, Map<String, Attribute> attributes) implements Type {}

    /// Child elements.
    ///
    /// @param anyOrder each part at most once, in any order
    record Structure(String name, String about, boolean anyOrder, List<Part> parts, Map<String, Attribute> attributes)
            implements Type {}

    /// A place in the order of children.
    ///
    /// @param options the elements of which one stands here
    record Part(List<Declaration> options, int min, int max) {

        Optional<Declaration> option(String name) {
            for (Declaration option : options) {
                if (option.name().equals(name)) {
                    return Optional.of(option);
                }
            }
            return Optional.empty();
        }

        String names() {
            return String.join(" or ", options.stream().map(Declaration::name).toList());
        }
    }

    /// An attribute of an element.
    record Attribute(String name, SimpleType type, boolean required) {}
}
