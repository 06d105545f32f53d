// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the JSON interface as a page shows it: read from the document that machines get, so that the two
/// say the same.
record ApiView(List<Operation> operations, List<Operation> calls, List<Shape> shapes, List<Code> codes) {

    private static final String NUMBER = "NUMBER";

    /// A call.
    ///
    /// @param scope what the credential must be for; absent when none is needed
    /// @param body what is sent; absent when nothing is
    /// @param curl how to try it; empty where we call
    record Operation(
            String id,
            String method,
            String address,
            String summary,
            List<String> words,
            @Nullable String scope,
            List<Field> parameters,
            @Nullable Content body,
            List<Answer> answers,
            String curl) {}

    /// A member, a parameter or a header.
    ///
    /// @param shapes names of the schemas that its type is made of
    record Field(String name, String type, List<String> shapes, boolean required, List<String> words) {}

    /// What is sent or answered.
    record Content(String type, List<String> shapes, List<Field> fields, List<String> examples) {}

    /// An answer.
    record Answer(
            String status,
            List<String> words,
            List<Field> headers,
            @Nullable Content content) {}

    /// A schema with a name.
    ///
    /// @param values the only ones there are; empty when it is an object
    record Shape(String name, List<String> words, List<Field> fields, List<String> values) {}

    /// What to do about a problem.
    ///
    /// @param messageKey of the sentence that says so
    record Code(int code, int status, String title, String messageKey) {}

    static ApiView of(JsonNode document, JsonMapper json) {
        var reading = new Reading(document, json);
        return new ApiView(
                reading.operations("paths"),
                reading.operations("webhooks"),
                document.path("components").path("schemas").properties().stream()
                        .map(one -> reading.shape(one.getKey(), one.getValue()))
                        .toList(),
                ApiDocument.codes().stream()
                        .map(code -> new Code(
                                code.number(), code.status(), ApiProblems.title(code), ApiDocument.messageKey(code)))
                        .toList());
    }

    /// Text with names in it, as pieces: every second one is a name.
    private static List<String> words(JsonNode holder) {
        return List.of(holder.path("description").asString("").split("`", -1));
    }

    /// Walks one document.
    private record Reading(JsonNode document, JsonMapper json) {

        private JsonNode resolved(JsonNode node) {
            String reference = node.path("$ref").asString("");
            return reference.isEmpty() ? node : document.at(reference.substring(1));
        }

        private List<Operation> operations(String where) {
            return document.path(where).properties().stream()
                    .flatMap(path -> path.getValue().properties().stream()
                            .map(one -> operation(path.getKey(), one.getKey(), one.getValue())))
                    .toList();
        }

        private Operation operation(String address, String method, JsonNode operation) {
            List<JsonNode> parameters = operation
                    .path("parameters")
                    .valueStream()
                    .map(this::resolved)
                    .toList();
            JsonNode body = operation.path("requestBody");
            return new Operation(
                    operation.path("operationId").asString(),
                    method.toUpperCase(Locale.ROOT),
                    address,
                    operation.path("summary").asString(""),
                    words(operation),
                    scope(operation.at("/security/0/credential/0")),
                    parameters.stream()
                            .map(one -> field(
                                    one.path("name").asString(),
                                    one.path("schema"),
                                    one.path("required").asBoolean(false),
                                    one))
                            .toList(),
                    body.isMissingNode() ? null : content(body.path("content")),
                    operation.path("responses").properties().stream()
                            .map(one -> answer(one.getKey(), resolved(one.getValue())))
                            .toList(),
                    address.startsWith("/") ? curl(address, method, operation, parameters) : "");
        }

        private static @Nullable String scope(JsonNode scope) {
            return scope.isMissingNode() ? null : scope.asString();
        }

        private Answer answer(String status, JsonNode answer) {
            return new Answer(
                    status,
                    words(answer),
                    answer.path("headers").properties().stream()
                            .map(one -> field(
                                    one.getKey(),
                                    resolved(one.getValue()).path("schema"),
                                    resolved(one.getValue()).path("required").asBoolean(false),
                                    resolved(one.getValue())))
                            .toList(),
                    answer.has("content") ? content(answer.path("content")) : null);
        }

        private Content content(JsonNode content) {
            JsonNode first = content.iterator().next();
            JsonNode schema = first.path("schema");
            return new Content(
                    type(schema),
                    List.copyOf(shapes(schema)),
                    fields(schema),
                    first.path("examples")
                            .valueStream()
                            .map(one -> pretty(one.path("value")))
                            .toList());
        }

        private String pretty(JsonNode value) {
            return value.isString()
                    ? value.asString()
                    : json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        }

        private Shape shape(String name, JsonNode schema) {
            return new Shape(name, words(schema), fields(schema), values(schema));
        }

        private static List<String> values(JsonNode schema) {
            return schema.path("enum").valueStream().map(JsonNode::asString).toList();
        }

        /// Members of an object, also of one that may stand as text alone.
        private List<Field> fields(JsonNode schema) {
            JsonNode whole = schema.has("anyOf")
                    ? schema.path("anyOf")
                            .valueStream()
                            .filter(one -> one.has("properties"))
                            .findFirst()
                            .orElse(schema)
                    : schema;
            Set<String> required =
                    whole.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
            var fields = new ArrayList<Field>();
            for (Map.Entry<String, JsonNode> one : whole.path("properties").properties()) {
                fields.add(field(one.getKey(), one.getValue(), required.contains(one.getKey()), one.getValue()));
                one.getValue().path("properties").properties().stream()
                        .map(inner ->
                                field(one.getKey() + "." + inner.getKey(), inner.getValue(), false, inner.getValue()))
                        .forEach(fields::add);
            }
            return fields;
        }

        private Field field(String name, JsonNode schema, boolean required, JsonNode described) {
            return new Field(name, type(schema), List.copyOf(shapes(schema)), required, words(described));
        }

        private static Set<String> shapes(JsonNode schema) {
            Set<String> names = new TreeSet<>();
            schema.findValuesAsString("$ref").forEach(one -> names.add(one.substring(one.lastIndexOf('/') + 1)));
            return names;
        }

        /// A type in few words, in the words of JSON Schema.
        private String type(JsonNode schema) {
            if (schema.has("$ref")) {
                return shapes(schema).iterator().next();
            }
            if (schema.has("const")) {
                return schema.path("const").asString("");
            }
            for (String either : List.of("anyOf", "oneOf")) {
                if (schema.has(either)) {
                    return schema.path(either)
                            .valueStream()
                            .map(this::type)
                            .distinct()
                            .collect(Collectors.joining(" | "));
                }
            }
            if (schema.has("enum")) {
                return values(schema).stream().collect(Collectors.joining(" | "));
            }
            String name = schema.path("type").isArray()
                    ? schema.path("type").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "))
                    : schema.path("type").asString("");
            return name.equals("array") ? type(schema.path("items")) + "[]" + limits(schema) : name + limits(schema);
        }

        private static String limits(JsonNode schema) {
            var limits = new StringBuilder();
            add(limits, " ", schema.path("format"));
            add(limits, " ≤ ", schema.path("maxLength"));
            add(limits, " ≤ ", schema.path("maxItems"));
            add(limits, " ≥ ", schema.path("minimum"));
            add(limits, " ≤ ", schema.path("maximum"));
            add(limits, " ~ ", schema.path("pattern"));
            return limits.toString();
        }

        private static void add(StringBuilder limits, String sign, JsonNode limit) {
            if (!limit.isMissingNode()) {
                limits.append(sign).append(limit.asString());
            }
        }

        private String curl(String address, String method, JsonNode operation, List<JsonNode> parameters) {
            var curl = new StringBuilder("curl");
            if (!operation.path("security").isEmpty()) {
                curl.append(" -u USER:SECRET");
            }
            JsonNode body = operation.path("requestBody");
            if (!method.equals("get") && !(method.equals("post") && !body.isMissingNode())) {
                curl.append(" -X ").append(method.toUpperCase(Locale.ROOT));
            }
            parameters.stream()
                    .filter(one -> one.path("in").asString().equals("header"))
                    .forEach(one -> curl.append(" -H \"")
                            .append(one.path("name").asString())
                            .append(": $(uuidgen)\""));
            if (!body.isMissingNode()) {
                curl.append(" -H 'Content-Type: ")
                        .append(body.path("content").propertyNames().iterator().next())
                        .append('\'');
            }
            curl.append(" \\\n  ")
                    .append(document.path("servers").path(0).path("url").asString())
                    .append(address.replaceAll("\\{[^}]+}", NUMBER));
            Content sent = body.isMissingNode() ? null : content(body.path("content"));
            if (sent != null) {
                curl.append(" -d '")
                        .append(Objects.requireNonNull(sent).examples().getFirst())
                        .append('\'');
            }
            return curl.toString();
        }
    }
}
