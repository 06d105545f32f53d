// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An element while a report is being put together. Children may come in any order; a child the contract does not know
/// below this element is refused at once.
final class Element {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private @Nullable String text;

    private Element(String name) {
        this.name = name;
    }

    static Element named(String name) {
        return new Element(name);
    }

    String name() {
        return name;
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /// The children as the contract orders them; equal ones stay in the order they were added.
    List<Element> orderedChildren() {
        var ordered = new ArrayList<>(children);
        ordered.sort((a, b) -> Integer.compare(Contract.position(name, a.name), Contract.position(name, b.name)));
        return ordered;
    }

    boolean has(String child) {
        return children.stream().anyMatch(c -> c.name.equals(child));
    }

    List<Element> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /// One more child of that name.
    Element add(String child) {
        Contract.position(name, child);
        var added = new Element(child);
        children.add(added);
        return added;
    }

    /// One more child of that name, holding a text.
    Element add(String child, String childText) {
        var added = add(child);
        added.text = childText;
        return added;
    }

    /// The only child of that name, made when it is not there.
    Element only(String child) {
        return children.stream().filter(c -> c.name.equals(child)).findFirst().orElseGet(() -> add(child));
    }

    /// Sets the text of the only child of that name.
    Element put(String child, String childText) {
        var only = only(child);
        only.text = childText;
        return only;
    }

    Element copy() {
        var copy = new Element(name);
        copy.text = text;
        copy.attributes.putAll(attributes);
        children.forEach(child -> copy.children.add(child.copy()));
        return copy;
    }
}
