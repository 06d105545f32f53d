// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.internal.wire.SchemaModel.Attribute;
import org.harborline.intake.internal.wire.SchemaModel.Declaration;
import org.harborline.intake.internal.wire.SchemaModel.Part;
import org.harborline.intake.internal.wire.SchemaModel.Structure;
import org.harborline.intake.internal.wire.SchemaModel.Text;

/// Says what is wrong with a document that the validator rejected, in words that tell apart what the validator's own
/// words mix up: an element in the wrong place, one too many, one missing, and a name that does not exist.
final class Explainer {

    private final SchemaModel schema;
    private final NearestName nearest;

    Explainer(SchemaModel schema) {
        this.schema = schema;
        this.nearest = new NearestName(schema.names());
    }

    /// The first faults, in document order, as many as somebody will read; empty when the document fits the schema.
    ///
    /// @param expected the element that the document has to begin with
    List<Finding> explain(WireElement root, String expected) {
        var findings = new Findings();
        if (!root.namespace().isEmpty()) {
            findings.add(root, "must not be in a namespace; remove xmlns");
        } else if (!root.name().equals(expected)) {
            findings.add(root, "the document must begin with the element " + expected);
        } else {
            schema.document(expected).ifPresent(declaration -> check(root, declaration, findings));
        }
        return findings.list();
    }

    private void check(WireElement element, Declaration declaration, Findings findings) {
        checkAttributes(element, declaration.type().attributes(), findings);
        switch (declaration.type()) {
            case Text text -> checkText(element, declaration, text, findings);
            case Structure structure -> {
                if (!element.text().isBlank()
                        || (structure.parts().isEmpty() && !element.text().isEmpty())) {
                    findings.add(element, "may not hold text of its own, only child elements");
                }
                if (structure.anyOrder()) {
                    checkAnyOrder(element, structure, findings);
                } else {
                    new Sequence(element, structure, findings).check();
                }
            }
        }
    }

    private static void checkAttributes(WireElement element, Map<String, Attribute> allowed, Findings findings) {
        element.attributes().forEach((name, value) -> {
            Attribute attribute = allowed.get(name);
            if (findings.isFull()) {
                return;
            }
            if (attribute == null) {
                findings.add(
                        element,
                        "has no attribute " + shown(name)
                                + (allowed.isEmpty()
                                        ? ""
                                        : "; it may have "
                                                + String.join(
                                                        ", ",
                                                        allowed.keySet().stream()
                                                                .sorted()
                                                                .toList())));
            } else {
                attribute
                        .type()
                        .fault(value)
                        .ifPresent(fault -> findings.add(element, "attribute " + name + " " + fault));
            }
        });
        for (Attribute attribute : allowed.values()) {
            if (attribute.required() && !element.attributes().containsKey(attribute.name())) {
                findings.add(element, "needs the attribute " + attribute.name());
            }
        }
    }

    private void checkText(WireElement element, Declaration declaration, Text text, Findings findings) {
        if (!element.children().isEmpty()) {
            findings.add(element, "may hold only text, no child elements");
            return;
        }
        String fixed = declaration.fixed();
        if (fixed == null) {
            text.value().fault(element.text()).ifPresent(fault -> findings.add(element, fault));
        } else if (!element.text().isEmpty() && !saysTrue(element.text())) {
            findings.add(element, "is a flag: leave it empty, say true, or leave the whole element out");
        }
    }

    private static boolean saysTrue(String text) {
        String value = text.strip();
        return value.equals("true") || value.equals("1");
    }

    private void checkAnyOrder(WireElement element, Structure structure, Findings findings) {
        Set<String> seen = new LinkedHashSet<>();
        for (WireElement child : element.children()) {
            if (findings.isFull()) {
                return;
            }
            Optional<Declaration> declaration = structure.parts().stream()
                    .flatMap(part -> part.option(child.name()).stream())
                    .findFirst();
            if (declaration.isEmpty() || !child.namespace().isEmpty()) {
                findings.add(child, unknown(child, element));
            } else if (seen.add(child.name())) {
                check(child, declaration.get(), findings);
            } else {
                findings.add(child, tooMany(1, element));
            }
        }
    }

    private String unknown(WireElement child, WireElement parent) {
        if (!child.namespace().isEmpty()) {
            return "must not be in a namespace; remove the prefix or xmlns";
        }
        Set<String> places = schema.parentsOf(child.name());
        if (!places.isEmpty()) {
            return "does not belong in " + parent.name() + "; it belongs in " + String.join(" or ", places);
        }
        return "is not a name of this interface"
                + nearest.to(child.name())
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("; remove it");
    }

    private static String tooMany(int max, WireElement parent) {
        return "is one too many: " + (max == 1 ? "at most one" : "at most " + max) + " may stand in " + parent.name();
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }

    /// One walk along an ordered list of parts.
    private final class Sequence {

        private final WireElement parent;
        private final List<Part> parts;
        private final Findings findings;
        private final Map<Integer, Integer> counts = new HashMap<>();
        private int position;

        Sequence(WireElement parent, Structure structure, Findings findings) {
            this.parent = parent;
            this.parts = structure.parts();
            this.findings = findings;
        }

        void check() {
            for (WireElement child : parent.children()) {
                if (findings.isFull()) {
                    return;
                }
                int place = child.namespace().isEmpty() ? placeOf(child.name()) : -1;
                if (place < 0) {
                    findings.add(child, unknown(child, parent));
                } else {
                    take(child, place);
                }
            }
            for (int i = 0; i < parts.size(); i++) {
                if (counts.getOrDefault(i, 0) < parts.get(i).min()) {
                    findings.add(
                            parent,
                            "needs " + parts.get(i).names() + (i == 0 ? " as its first element" : missingPlace(i)));
                }
            }
        }

        private int placeOf(String name) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).option(name).isPresent()) {
                    return i;
                }
            }
            return -1;
        }

        private void take(WireElement child, int place) {
            Part part = parts.get(place);
            int count = counts.merge(place, 1, Integer::sum);
            if (count > part.max()) {
                findings.add(child, cardinality(part));
            } else if (place < position) {
                findings.add(
                        child,
                        "is in the wrong place: in " + parent.name() + " it comes before "
                                + parts.get(position).names() + follows(place));
            } else {
                position = place;
            }
            part.option(child.name()).ifPresent(declaration -> Explainer.this.check(child, declaration, findings));
        }

        private String cardinality(Part part) {
            return part.options().size() == 1
                    ? tooMany(part.max(), parent)
                    : "is one too many: " + parent.name() + " holds exactly one of " + part.names();
        }

        private String follows(int place) {
            return place == 0 ? "" : " and after " + parts.get(place - 1).names();
        }

        private String missingPlace(int place) {
            return " after " + parts.get(place - 1).names();
        }
    }
}
