// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.harborline.intake.internal.wire.SchemaModel.Attribute;
import org.harborline.intake.internal.wire.SchemaModel.Declaration;
import org.harborline.intake.internal.wire.SchemaModel.Part;
import org.harborline.intake.internal.wire.SchemaModel.Structure;
import org.harborline.intake.internal.wire.SchemaModel.Text;
import org.jspecify.annotations.Nullable;

/// What [JsonTree] and [JsonFiling] take, as JSON Schema 2020-12 by the names of the types. Made from the model that
/// they read with, so that what is published and what is taken cannot differ.
final class JsonSchemas {

    /// `date-time` of JSON Schema needs an offset; a sender who does not know it leaves it out.
    private static final String MOMENT = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?$";

    private static final String REFERENCES = "#/components/schemas/";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final String NUMBER = "reportId";

    private final Map<String, Object> made = new LinkedHashMap<>();

    private JsonSchemas() {}

    /// Schemas by name; `filing` is the body of a call.
    static Map<String, Object> of(SchemaModel model) {
        var schemas = new JsonSchemas();
        schemas.made.put("filing", filing());
        schemas.reference(model.document("report").orElseThrow().type());
        schemas.made.put("item", schemas.item((Structure)
                model.document("fileDetails").orElseThrow().type()));
        return schemas.made;
    }

    private static Map<String, Object> filing() {
        Map<String, Object> relation =
                object("How the report belongs to one that you filed before, which stays as it is.");
        relation.put(
                PROPERTIES,
                ordered(
                        "kind", Map.of("type", "string", "enum", List.of("supplement", "correction")),
                        "of", Map.of("type", "integer", "minimum", 1, "description", "Number of the earlier report.")));
        relation.put(REQUIRED, List.of("kind", "of"));
        Map<String, Object> filing = object("One report with everything that belongs to it.");
        filing.put(
                PROPERTIES,
                ordered(
                        "report", reference("report"),
                        "items", list(reference("item"), 0, JsonFiling.MOST_ITEMS),
                        "reference",
                                described(
                                        Map.of("type", "string", "pattern", "^" + JsonFiling.REFERENCE + "$"),
                                        "Your own name of the report, by which you find it again. It names one report"
                                                + " for ever."),
                        "relation", relation));
        filing.put(REQUIRED, List.of("report"));
        return filing;
    }

    /// An item stands in the call that files its report, under names of its own.
    private Map<String, Object> item(Structure details) {
        Map<String, Object> whole = structure(details);
        Map<String, Object> properties = new LinkedHashMap<>();
        ((Map<?, ?>) part(whole, PROPERTIES)).forEach((name, schema) -> properties.put(shortName(name), schema));
        properties.remove(NUMBER);
        properties.put(
                JsonFiling.BASIS,
                described(
                        Map.of("type", "string", "enum", ItemBasis.codes()),
                        "On what you say whether it was viewed. It is printed for the agency as you said it."));
        whole.put(PROPERTIES, properties);
        whole.put(
                REQUIRED,
                ((List<?>) part(whole, REQUIRED))
                        .stream()
                                .map(JsonSchemas::shortName)
                                .filter(name -> !name.equals(NUMBER))
                                .toList());
        whole.put(
                "description",
                "One item that you keep; the item itself never comes here. What is left out is kept apart from false. "
                        + details.about());
        return whole;
    }

    private static Object part(Map<String, Object> schema, String name) {
        return Objects.requireNonNull(schema.get(name), name);
    }

    private static String shortName(Object name) {
        return JsonFiling.SHORT.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name.toString());
    }

    /// A type by its name, once.
    private Map<String, Object> reference(SchemaModel.Type type) {
        if (type instanceof Text text && text.attributes().isEmpty() && !isLong(text.value())) {
            return scalar(text.value());
        }
        if (!made.containsKey(type.name())) {
            made.put(type.name(), Map.of());
            made.put(
                    type.name(),
                    switch (type) {
                        case Text words -> text(words);
                        case Structure structure -> structure(structure);
                    });
        }
        return reference(type.name());
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", REFERENCES + name);
    }

    private static boolean isLong(SimpleType value) {
        return value instanceof SimpleType.Limited limited && limited.allowed().size() > 12;
    }

    private Map<String, Object> text(Text text) {
        Map<String, Object> alone = scalar(text.value());
        if (text.attributes().isEmpty()) {
            return alone;
        }
        Map<String, Object> whole = object(text.about());
        Map<String, Object> properties = ordered("value", alone);
        properties.putAll(attributes(text.attributes()));
        whole.put(PROPERTIES, properties);
        List<String> required = required(text.attributes());
        whole.put(REQUIRED, joined(List.of("value"), required));
        return required.isEmpty() ? ordered("anyOf", List.of(alone, whole)) : whole;
    }

    private Map<String, Object> structure(Structure structure) {
        Map<String, Object> properties = new LinkedHashMap<>(attributes(structure.attributes()));
        List<String> required = new ArrayList<>(required(structure.attributes()));
        List<Object> rules = new ArrayList<>();
        for (Part part : structure.parts()) {
            part.options().forEach(option -> properties.put(option.name(), property(option, part)));
            if (part.options().size() > 1) {
                rules.add(choice(part));
            } else if (part.min() > 0) {
                required.add(part.options().getFirst().name());
            }
        }
        Map<String, Object> schema = object(structure.about());
        schema.put(PROPERTIES, properties);
        schema.put(REQUIRED, List.copyOf(required));
        if (!rules.isEmpty()) {
            schema.put("allOf", rules);
        }
        return schema;
    }

    /// What may stand more than once is a list, or stands alone.
    private Map<String, Object> property(Declaration declaration, Part part) {
        Map<String, Object> one = declaration.fixed() == null ? reference(declaration.type()) : Map.of("const", true);
        return part.max() == 1 ? one : ordered("anyOf", List.of(one, list(one, Math.min(part.min(), 1), part.max())));
    }

    private static Map<String, Object> choice(Part part) {
        List<Object> each = part.options().stream()
                .<Object>map(option -> Map.of(REQUIRED, List.of(option.name())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (part.min() == 0) {
            each.add(Map.of("not", Map.of("anyOf", List.copyOf(each))));
        }
        return Map.of(part.max() == 1 ? "oneOf" : "anyOf", each);
    }

    private static Map<String, Object> attributes(Map<String, Attribute> declared) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        declared.values().stream()
                .sorted(Comparator.comparing(Attribute::name))
                .forEach(one -> attributes.put(one.name(), scalar(one.type())));
        return attributes;
    }

    private static List<String> required(Map<String, Attribute> declared) {
        return declared.values().stream()
                .filter(Attribute::required)
                .map(Attribute::name)
                .sorted()
                .toList();
    }

    private static Map<String, Object> scalar(SimpleType type) {
        return switch (type) {
            case SimpleType.Union(var members) ->
                ordered("anyOf", members.stream().map(JsonSchemas::scalar).toList());
            case SimpleType.Limited limited -> limited(limited);
        };
    }

    private static Map<String, Object> limited(SimpleType.Limited type) {
        Map<String, Object> schema = base(type.base());
        putIfKnown(schema, "maxLength", type.maxLength());
        putIfKnown(schema, "minimum", type.min());
        putIfKnown(schema, "maximum", type.max());
        if (type.pattern() != null) {
            schema.put("pattern", "^(?:" + type.pattern().pattern() + ")$");
        }
        if (!type.allowed().isEmpty()) {
            schema.put("enum", List.copyOf(type.allowed()));
        }
        return schema;
    }

    private static void putIfKnown(Map<String, Object> schema, String name, @Nullable Object value) {
        if (value != null) {
            schema.put(name, value);
        }
    }

    private static Map<String, Object> base(SimpleType.BuiltIn base) {
        return switch (base) {
            case STRING, TOKEN -> ordered("type", "string");
            case BOOLEAN -> ordered("type", "boolean");
            case INT -> ordered("type", "integer", "format", "int32");
            case LONG -> ordered("type", "integer", "format", "int64");
            case DOUBLE -> ordered("type", "number", "format", "double");
            case DATE -> ordered("type", "string", "format", "date");
            case DATE_TIME -> ordered("type", "string", "pattern", MOMENT);
        };
    }

    private static Map<String, Object> object(String about) {
        Map<String, Object> schema = ordered("type", "object");
        if (!about.isEmpty()) {
            schema.put("description", about);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> list(Object of, int min, int max) {
        Map<String, Object> schema = ordered("type", "array", "items", of);
        if (min > 0) {
            schema.put("minItems", min);
        }
        if (max < Integer.MAX_VALUE) {
            schema.put("maxItems", max);
        }
        return schema;
    }

    private static Map<String, Object> described(Map<String, Object> schema, String about) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", about);
        return described;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at].toString(), pairs[at + 1]);
        }
        return map;
    }
}
