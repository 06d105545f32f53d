// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.harborline.intake.internal.wire.SchemaModel.Attribute;
import org.harborline.intake.internal.wire.SchemaModel.Declaration;
import org.harborline.intake.internal.wire.SchemaModel.Part;
import org.harborline.intake.internal.wire.SchemaModel.Structure;
import org.harborline.intake.internal.wire.SchemaModel.Text;
import org.harborline.intake.internal.wire.SimpleType.BuiltIn;
import org.harborline.intake.internal.wire.SimpleType.Limited;
import org.jspecify.annotations.Nullable;

/// Reads our own schema into a [SchemaModel]. It knows the part of the schema language that our schema uses and stops
/// the start of the server at anything else, so the model cannot silently say less than the schema.
final class SchemaReading {

    private static final String BUILT_IN = "xs:";
    private static final Set<String> GROUPS = Set.of("sequence", "choice", "all");

    private final Map<String, WireElement> complexTypes;
    private final Map<String, WireElement> simpleTypes;
    private final Map<String, WireElement> groups;
    private final Map<String, SchemaModel.Type> types = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    private SchemaReading(WireElement schema) {
        this.complexTypes = byName(schema, "complexType");
        this.simpleTypes = byName(schema, "simpleType");
        this.groups = byName(schema, "group");
    }

    static SchemaModel read(WireElement schema) {
        var reading = new SchemaReading(schema);
        Map<String, Declaration> documents = new LinkedHashMap<>();
        for (WireElement element : schema.all("element")) {
            Declaration declaration = reading.declaration(element);
            documents.put(declaration.name(), declaration);
            reading.parents.computeIfAbsent(declaration.name(), _ -> new TreeSet<>());
        }
        return new SchemaModel(documents, reading.parents);
    }

    private static Map<String, WireElement> byName(WireElement schema, String kind) {
        return schema.all(kind).stream().collect(Collectors.toMap(type -> required(type, "name"), type -> type));
    }

    private Declaration declaration(WireElement element) {
        return new Declaration(
                required(element, "name"),
                type(required(element, "type")),
                element.attributes().get("fixed"));
    }

    private SchemaModel.Type type(String name) {
        SchemaModel.Type known = types.get(name);
        if (known != null) {
            return known;
        }
        WireElement complex = complexTypes.get(name);
        SchemaModel.Type type = complex == null ? new Text(name, "", simple(name), Map.of()) : complex(complex);
        types.put(name, type);
        return type;
    }

    private SchemaModel.Type complex(WireElement complex) {
        Map<String, Attribute> attributes = attributes(complex);
        String name = required(complex, "name");
        for (WireElement part : complex.children()) {
            if (GROUPS.contains(part.name())) {
                boolean anyOrder = part.name().equals("all");
                List<Part> parts = part.name().equals("choice") ? List.of(choice(part)) : parts(part);
                remember(name, parts);
                return new Structure(name, about(complex), anyOrder, parts, attributes);
            }
            if (part.name().equals("simpleContent")) {
                WireElement extension = only(part, "extension");
                return new Text(name, about(complex), simple(required(extension, "base")), attributes(extension));
            }
            expect(part, "annotation");
        }
        throw unknown(complex);
    }

    private static String about(WireElement type) {
        return type.child("annotation")
                .flatMap(note -> note.child("documentation"))
                .map(note -> note.value().replaceAll("\\s+", " "))
                .orElse("");
    }

    /// Type names and element names are the same words in our schema wherever an element has children of its own; the
    /// few shared types are named by their users in the sentences built from this.
    private void remember(String typeName, List<Part> parts) {
        for (Part part : parts) {
            for (Declaration option : part.options()) {
                parents.computeIfAbsent(option.name(), _ -> new TreeSet<>()).add(typeName);
            }
        }
    }

    private List<Part> parts(WireElement group) {
        List<Part> parts = new ArrayList<>();
        for (WireElement child : group.children()) {
            switch (child.name()) {
                case "element" -> parts.add(new Part(List.of(declaration(child)), min(child), max(child)));
                case "choice" -> parts.add(choice(child));
                case "group" -> parts.addAll(parts(only(groups.get(required(child, "ref")), "sequence")));
                default -> throw unknown(child);
            }
        }
        return List.copyOf(parts);
    }

    private Part choice(WireElement choice) {
        choice.children().forEach(child -> expect(child, "element"));
        return new Part(choice.children().stream().map(this::declaration).toList(), min(choice), max(choice));
    }

    private Map<String, Attribute> attributes(WireElement holder) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (WireElement attribute : holder.all("attribute")) {
            String name = required(attribute, "name");
            attributes.put(
                    name,
                    new Attribute(
                            name,
                            simple(required(attribute, "type")),
                            "required".equals(attribute.attributes().get("use"))));
        }
        return Map.copyOf(attributes);
    }

    private SimpleType simple(String name) {
        if (name.startsWith(BUILT_IN)) {
            return Limited.of(BuiltIn.named(name.substring(BUILT_IN.length())));
        }
        WireElement type = simpleTypes.get(name);
        if (type == null) {
            throw new IllegalStateException("the schema has no type " + name);
        }
        if (type.has("union")) {
            String members = required(only(type, "union"), "memberTypes");
            return new SimpleType.Union(Pattern.compile(" ")
                    .splitAsStream(members)
                    .map(this::simple)
                    .toList());
        }
        return restricted(only(type, "restriction"));
    }

    private static SimpleType restricted(WireElement restriction) {
        Limited limits = Limited.of(BuiltIn.named(required(restriction, "base").substring(BUILT_IN.length())));
        Set<String> allowed = new LinkedHashSet<>();
        for (WireElement facet : restriction.children()) {
            String value = facet.attributes().get("value");
            if (value == null) {
                throw unknown(facet);
            }
            if (facet.name().equals("enumeration")) {
                allowed.add(value);
            } else {
                limits = limited(limits, facet, value);
            }
        }
        return new Limited(limits.base(), limits.maxLength(), limits.min(), limits.max(), limits.pattern(), allowed);
    }

    private static Limited limited(Limited was, WireElement facet, String value) {
        return switch (facet.name()) {
            case "maxLength" ->
                new Limited(was.base(), Integer.valueOf(value), was.min(), was.max(), was.pattern(), was.allowed());
            case "minInclusive" ->
                new Limited(
                        was.base(), was.maxLength(), new BigInteger(value), was.max(), was.pattern(), was.allowed());
            case "maxInclusive" ->
                new Limited(
                        was.base(), was.maxLength(), was.min(), new BigInteger(value), was.pattern(), was.allowed());
            case "pattern" ->
                new Limited(was.base(), was.maxLength(), was.min(), was.max(), Pattern.compile(value), was.allowed());
            default -> throw unknown(facet);
        };
    }

    private static int min(WireElement particle) {
        return Integer.parseInt(particle.attributes().getOrDefault("minOccurs", "1"));
    }

    private static int max(WireElement particle) {
        String max = particle.attributes().getOrDefault("maxOccurs", "1");
        return max.equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(max);
    }

    private static String required(WireElement element, String attribute) {
        String value = element.attributes().get(attribute);
        if (value == null) {
            throw new IllegalStateException(
                    "the schema has a " + element.name() + " without " + attribute + " in line " + element.line());
        }
        return value;
    }

    private static WireElement only(@Nullable WireElement holder, String name) {
        if (holder == null) {
            throw new IllegalStateException("the schema refers to a part that is not there");
        }
        return holder.child(name).orElseThrow(() -> unknown(holder));
    }

    private static void expect(WireElement element, String name) {
        if (!element.name().equals(name)) {
            throw unknown(element);
        }
    }

    private static IllegalStateException unknown(WireElement element) {
        return new IllegalStateException(
                "the schema uses " + element.name() + " in line " + element.line() + " in a way that is not read here");
    }
}
