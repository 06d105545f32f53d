// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.OneCallFilings;
import org.harborline.intake.WireCode;
import org.harborline.platform.Settings;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The description of the JSON interface in OpenAPI 3.1. Each module that answers there brings its part as
/// `openapi/<module>.yaml`; added here are the schemas of what is filed, made from our own schema, and what every
/// operation has: who may call it, the headers of its answers, and the refusals before its handler.
@Component
class ApiDocument {

    private static final String PARTS = "classpath*:openapi/*.yaml";
    private static final String COMPONENTS = "components";
    private static final String SCHEMAS = "schemas";
    private static final String RESPONSES = "responses";
    private static final String HEADERS = "headers";
    private static final String SECURITY = "security";
    private static final String UNAUTHORISED = "Unauthorised";
    private static final String FAULT = "Fault";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    /// Codes that only XML can meet.
    private static final Set<WireCode> ELSEWHERE = EnumSet.of(
            WireCode.SUCCESS,
            WireCode.MALFORMED_XML,
            WireCode.MALFORMED_FILE,
            WireCode.MAY_NOT_UPDATE,
            WireCode.ALREADY_RETRACTED);

    private final OneCallFilings filings;
    private final Settings settings;
    private final MessageSource messages;
    private final JsonMapper json;
    // made when first asked for: a server starts without it
    private final Supplier<JsonNode> tree = Suppliers.memoize(this::made);

    ApiDocument(OneCallFilings filings, Settings settings, MessageSource messages, JsonMapper json) {
        this.filings = filings;
        this.settings = settings;
        this.messages = messages;
        this.json = json;
    }

    /// Codes that the JSON interface answers.
    static List<WireCode> codes() {
        return Arrays.stream(WireCode.values())
                .filter(code -> !ELSEWHERE.contains(code))
                .toList();
    }

    JsonNode tree() {
        return tree.get();
    }

    /// Methods that an address takes; none when there is no such address.
    List<String> methods(String path) {
        var address = PathContainer.parsePath(path);
        return tree().path("paths").properties().stream()
                .filter(one ->
                        PathPatternParser.defaultInstance.parse(one.getKey()).matches(address))
                .flatMap(one -> one.getValue().propertyNames().stream())
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    private JsonNode made() {
        ObjectNode document = json.valueToTree(parts());
        document.putArray("servers").addObject().put("url", settings.publicUrl().toString());
        ObjectNode components = object(document, COMPONENTS);
        ObjectNode schemas = object(components, SCHEMAS);
        filings.schemas().forEach((name, schema) -> schemas.set(name, json.valueToTree(schema)));
        ArrayNode known =
                object(object(object(schemas, "Problem"), "properties"), "code").putArray("enum");
        codes().stream().map(WireCode::number).distinct().forEach(known::add);
        document.set("x-problem-codes", problemCodes());
        components
                .path(RESPONSES)
                .properties()
                .forEach(one ->
                        headers((ObjectNode) one.getValue(), !one.getKey().equals(UNAUTHORISED)));
        maybe(object(object(components, RESPONSES), FAULT), object(components, HEADERS));
        document.path("paths")
                .forEach(path -> path.properties().stream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .forEach(one -> complete((ObjectNode) one.getValue())));
        return document;
    }

    private static Map<String, Object> parts() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver(ApiDocument.class.getClassLoader()).getResources(PARTS);
            Arrays.sort(found, Comparator.comparing(one -> String.valueOf(one.getFilename())));
            var merged = new YamlMapFactoryBean();
            merged.setResources(found);
            merged.afterPropertiesSet();
            Map<String, Object> whole = merged.getObject();
            if (whole == null || !whole.containsKey("openapi")) {
                throw new IllegalStateException("the description of the JSON interface is missing from the program");
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(ObjectNode in, String name) {
        return (ObjectNode) in.required(name);
    }

    private ArrayNode problemCodes() {
        ArrayNode list = json.createArrayNode();
        codes().forEach(code -> list.addObject()
                .put("code", code.number())
                .put("status", code.status())
                .put("title", ApiProblems.title(code))
                .put("fix", messages.getMessage(messageKey(code), null, Locale.ENGLISH))
                .put("type", ApiProblems.page(settings) + code.number()));
        return list;
    }

    /// Where what to do about a code is said in all languages.
    static String messageKey(WireCode code) {
        return "intake.code." + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A server that fails may not have come to count.
    private static void maybe(ObjectNode response, ObjectNode known) {
        ObjectNode headers = object(response, HEADERS);
        for (String name : List.of(CallLimits.POLICY, CallLimits.LIMIT)) {
            ObjectNode header = object(known, name).deepCopy();
            header.remove("required");
            headers.set(name, header);
        }
    }

    private static void headers(ObjectNode response, boolean limits) {
        ObjectNode headers = response.withObject("/" + HEADERS);
        headerReference(headers, "Request-ID");
        if (limits) {
            headerReference(headers, CallLimits.POLICY);
            headerReference(headers, CallLimits.LIMIT);
        }
    }

    private static void headerReference(ObjectNode headers, String name) {
        reference(headers, name, HEADERS + "/" + name);
    }

    private static void reference(ObjectNode in, String name, String to) {
        in.putObject(name).put("$ref", "#/" + COMPONENTS + "/" + to);
    }

    private static void complete(ObjectNode operation) {
        boolean open = operation.has(SECURITY);
        ObjectNode responses = object(operation, RESPONSES);
        responses.forEach(response -> {
            if (!response.has("$ref")) {
                headers((ObjectNode) response, !open);
            }
        });
        if (!open) {
            String scope = operation.required("x-scope").stringValue();
            operation.remove("x-scope");
            operation.putArray(SECURITY).addObject().putArray("credential").add(scope);
            refusal(responses, "401", UNAUTHORISED);
            if (!scope.equals("read")) {
                refusal(responses, "403", "NotPermitted");
            }
            refusal(responses, "429", "TooMany");
            refusal(responses, "5XX", FAULT);
        }
    }

    private static void refusal(ObjectNode responses, String status, String name) {
        reference(responses, status, RESPONSES + "/" + name);
    }
}
