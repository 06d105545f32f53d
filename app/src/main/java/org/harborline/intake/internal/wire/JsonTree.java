// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.internal.wire.SchemaModel.Declaration;
import org.harborline.intake.internal.wire.SchemaModel.Part;
import org.harborline.intake.internal.wire.SchemaModel.Structure;
import org.harborline.intake.internal.wire.SchemaModel.Text;
import tools.jackson.databind.JsonNode;

/// Brings JSON into the form of a document, by the schema: the same names, in whatever order. An
/// element that may stand
/// more than once is a list or stands alone; one with attributes is an object with them and its text as
/// `value`.
///
/// A place in JSON has no line. Elements carry the number of their pointer as their column instead, and
/// no line.
final class JsonTree {

    private static final String VALUE = "value";

    /// What a document can hold. The rest could be filed and never be read again.
    private static final Pattern CHARACTERS =
            Pattern.compile("[\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*+");

    /// Names are shown to whoever sent them, in part.
    private static final int SHOWN = 60;

    private final List<String> pointers = new ArrayList<>();
    private final Findings findings = new Findings();
    private final NearestName nearest;

    JsonTree(NearestName nearest) {
        this.nearest = nearest;
    }

    Findings findings() {
        return findings;
    }

    /// Where a finding is.
    String pointer(Finding finding) {
        return pointer(finding.line(), finding.column());
    }

    /// Where an element was sent; empty for one that was made here.
    String pointer(WireElement element) {
        return pointer(element.line(), element.column());
    }

    private String pointer(int line, int column) {
        return line == 0 && column > 0 && column <= pointers.size() ? pointers.get(column - 1) : "";
    }

    /// The element that stands at a place.
    WireElement element(JsonNode node, Declaration declaration, String pointer) {
        return switch (declaration.type()) {
            case Text text -> leaf(node, declaration, text, pointer);
            case Structure structure -> inside(node, declaration, structure, pointer);
        };
    }

    private WireElement leaf(JsonNode node, Declaration declaration, Text type, String pointer) {
        if (node.isObject() && !type.attributes().isEmpty()) {
            only(node, union(type.attributes().keySet(), Set.of(VALUE)), declaration.name(), pointer);
            JsonNode value = node.path(VALUE);
            return made(
                    declaration.name(),
                    attributes(node, type.attributes(), pointer),
                    List.of(),
                    value.isValueNode() && !value.isNull() ? value.asString() : "",
                    pointer);
        }
        WireElement element =
                made(declaration.name(), Map.of(), List.of(), node.isValueNode() ? node.asString() : "", pointer);
        if (!node.isValueNode()) {
            findings.add(element, "is one value, not " + word(node) + "; give text, a number, true or false");
        } else if (node.isBoolean() && isFreeText(type)) {
            findings.add(element, "is text, not true or false; leave it out when there is nothing to say");
        }
        return element;
    }

    private static boolean isFreeText(Text type) {
        return type.value() instanceof SimpleType.Limited value
                && value.base() == SimpleType.BuiltIn.STRING
                && value.allowed().isEmpty();
    }

    private WireElement inside(JsonNode node, Declaration declaration, Structure type, String pointer) {
        if (!node.isObject()) {
            WireElement element = made(declaration.name(), Map.of(), List.of(), "", pointer);
            findings.add(element, "is an object, not " + word(node));
            return element;
        }
        Set<String> names = new HashSet<>(type.attributes().keySet());
        type.parts().forEach(part -> part.options().forEach(option -> names.add(option.name())));
        only(node, names, declaration.name(), pointer);
        List<WireElement> children = new ArrayList<>();
        for (Part part : type.parts()) {
            for (Declaration option : part.options()) {
                JsonNode child = node.get(option.name());
                if (child != null && !child.isNull()) {
                    children(child, option, pointer + "/" + JsonFiling.nameOf(option.name()), children);
                }
            }
        }
        return made(declaration.name(), attributes(node, type.attributes(), pointer), children, "", pointer);
    }

    private void children(JsonNode node, Declaration declaration, String pointer, List<WireElement> into) {
        if (node.isArray()) {
            for (int at = 0; at < node.size() && goesOn(); at++) {
                into.add(element(node.get(at), declaration, pointer + "/" + at));
            }
        } else {
            into.add(element(node, declaration, pointer));
        }
    }

    private Map<String, String> attributes(JsonNode node, Map<String, SchemaModel.Attribute> declared, String pointer) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : declared.keySet()) {
            JsonNode value = node.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                attributes.put(name, value.asString());
            } else if (value != null && !value.isNull()) {
                findings.add(made(name, Map.of(), List.of(), "", pointer + "/" + name), "is one value");
            }
        }
        return attributes;
    }

    /// Whether more is read: there are limits on what is wrong, and on how much there is.
    boolean goesOn() {
        if (pointers.size() >= DocumentReader.MAX_ELEMENTS && findings.isEmpty()) {
            fault("body", "", "has more than " + DocumentReader.MAX_ELEMENTS + " elements");
        }
        return pointers.size() < DocumentReader.MAX_ELEMENTS && !findings.isFull();
    }

    /// Refuses what the schema does not know, by its place.
    void only(JsonNode node, Set<String> names, String within, String pointer) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name) && !findings.isFull()) {
                String shown = name.length() > SHOWN ? name.substring(0, SHOWN) : name;
                Optional<String> meant = nearest.to(name).filter(names::contains);
                findings.add(
                        made(shown, Map.of(), List.of(), "", pointer + "/" + escaped(shown)),
                        "is not part of " + within
                                + meant.map(one -> "; did you mean " + one + "?")
                                        .orElse(""));
            }
        }
    }

    /// A finding at a place that is no element.
    void fault(String name, String pointer, String sentence) {
        findings.add(made(name, Map.of(), List.of(), "", pointer), sentence);
    }

    private WireElement made(
            String name, Map<String, String> attributes, List<WireElement> children, String text, String pointer) {
        pointers.add(pointer);
        var element = new WireElement("", name, attributes, children, text, 0, pointers.size());
        if (!isWritable(text) || !attributes.values().stream().allMatch(JsonTree::isWritable)) {
            findings.add(
                    element,
                    "holds a character that no report can hold: a control character other than tab and line break, half"
                            + " a surrogate pair, U+FFFE or U+FFFF; leave it out");
        }
        return element;
    }

    private static boolean isWritable(String text) {
        return CHARACTERS.matcher(text).matches();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String word(JsonNode node) {
        return node.isArray() ? "a list" : node.isObject() ? "an object" : "a single value";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
