// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds requests and answers against the published description, and remembers which answers were seen.
///
/// The description lets answers grow; here a member that it does not name is a fault, so that nobody adds one without
/// describing it.
public final class ApiContract {

    private static final String ID = "https://harborline.example/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    /// Headers that programs act on.
    private static final Set<String> TOLD = Set.of(
            "RateLimit",
            "RateLimit-Policy",
            "Request-ID",
            "Retry-After",
            "Location",
            "Idempotent-Replayed",
            "WWW-Authenticate");

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Set<String> seen = new TreeSet<>();

    public ApiContract(String published, JsonMapper json) {
        this.document = json.readTree(published);
        JsonNode strict = json.readTree(published);
        close(strict);
        this.registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(ID, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiContract::close);
    }

    public JsonNode document() {
        return document;
    }

    /// Operations with their methods, such as `GET /api/v1/reports`.
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .forEach(one -> operations.put(
                                one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), one.getValue())));
        return operations;
    }

    /// What is seen of `operation status`; all that is documented is in [#documented()].
    public Set<String> seen() {
        return seen;
    }

    public Set<String> documented() {
        Set<String> all = new TreeSet<>();
        operations()
                .forEach((name, operation) ->
                        operation.path("responses").propertyNames().forEach(status -> all.add(name + " " + status)));
        return all;
    }

    /// Where a body is not as the description has it.
    public List<String> faults(String schema, String body) {
        return registry
                .getSchema(SchemaLocation.of(ID + "#" + schema))
                .validate(body, com.networknt.schema.InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// Where the body of a request is not as the description has it.
    public List<String> requestFaults(String operation, String body) {
        return faults(pointer(operation) + "/requestBody/content/application~1json/schema", body);
    }

    private static String pointer(String operation) {
        String[] parts = operation.split(" ", 2);
        return "/paths/"
                + parts[1].replace("~", "~0")
                        .replace("/", "~1")
                        .replace("{", "%7B")
                        .replace("}", "%7D") + "/" + parts[0].toLowerCase(Locale.ROOT);
    }

    /// Where an answer is not as the description has it.
    public List<String> answerFaults(String operation, HttpResponse<String> answer) {
        JsonNode responses = operations().get(operation).path("responses");
        String exact = Integer.toString(answer.statusCode());
        String status = responses.has(exact) ? exact : exact.charAt(0) + "XX";
        if (!responses.has(status)) {
            return List.of(operation + " does not say that it answers " + exact + ": " + answer.body());
        }
        seen.add(operation + " " + status);
        JsonNode response = responses.path(status);
        String reference = response.path("$ref").asString("");
        String at = reference.isEmpty() ? pointer(operation) + "/responses/" + status : reference.substring(1);
        JsonNode described = reference.isEmpty() ? response : document.at(at);
        var faults = new ArrayList<>(headerFaults(described.path("headers"), answer));
        faults.addAll(bodyFaults(described.path("content"), at, answer));
        return faults.stream()
                .map(fault -> operation + " " + status + ": " + fault)
                .toList();
    }

    private List<String> headerFaults(JsonNode described, HttpResponse<String> answer) {
        var faults = new ArrayList<String>();
        for (String name : TOLD) {
            var value = answer.headers().firstValue(name);
            if (value.isPresent() && !described.has(name)) {
                faults.add("header " + name + " is not described");
            }
        }
        described.properties().forEach(one -> {
            JsonNode header = one.getValue();
            String reference = header.path("$ref").asString("");
            JsonNode meant = reference.isEmpty() ? header : document.at(reference.substring(1));
            var value = answer.headers().firstValue(one.getKey());
            if (value.isEmpty() && meant.path("required").asBoolean(false)) {
                faults.add("header " + one.getKey() + " is missing");
            }
            if (!reference.isEmpty() && value.isPresent()) {
                faults.addAll(faults(
                        reference.substring(1) + "/schema", "\"" + value.get().replace("\"", "\\\"") + "\""));
            }
        });
        return faults;
    }

    private List<String> bodyFaults(JsonNode content, String at, HttpResponse<String> answer) {
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("has a body that is not described");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        return content.has(type)
                ? faults(at + "/content/" + type.replace("/", "~1") + "/schema", answer.body())
                : List.of("is " + type);
    }
}
