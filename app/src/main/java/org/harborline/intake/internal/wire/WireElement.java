// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One element of a received document. Text that stands between child elements is kept only to be refused.
///
/// @param namespace empty where there is none, as everywhere in this interface
/// @param attributes by name as written; schema hints are left out
/// @param text all text directly inside, untrimmed
/// @param line of the opening tag, from 1
/// @param column of the opening tag, from 1
record WireElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<WireElement> children,
        String text,
        int line,
        int column) {

    /// The first child of that name.
    Optional<WireElement> child(String childName) {
        for (WireElement child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    boolean has(String childName) {
        return child(childName).isPresent();
    }

    /// All children of that name, in document order.
    List<WireElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /// This element and everything in it, in document order.
    Stream<WireElement> descendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(WireElement::descendants));
    }

    /// Text without the white space that writers of XML put around values.
    String value() {
        return text.strip();
    }

    Optional<String> childValue(String childName) {
        return child(childName).map(WireElement::value).filter(value -> !value.isEmpty());
    }

    Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName)).map(String::strip);
    }

    WireElement withChildren(List<WireElement> others) {
        return new WireElement(namespace, name, attributes, others, text, line, column);
    }

    WireElement withAttributes(Map<String, String> others) {
        return new WireElement(namespace, name, others, children, text, line, column);
    }

    /// The same place with other text, without attributes and children.
    WireElement replacedBy(String other) {
        return new WireElement(namespace, name, Map.of(), List.of(), other, line, column);
    }

    WireElement withText(String other) {
        return new WireElement(namespace, name, attributes, children, other, line, column);
    }

    @Override
    public String toString() {
        return "WireElement(" + name + " at " + line + "," + column + ")";
    }
}
