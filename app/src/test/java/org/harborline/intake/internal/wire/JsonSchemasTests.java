// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.harborline.intake.ApiContract;
import org.harborline.intake.SchemaDocuments;
import org.harborline.intake.internal.wire.SchemaModel.Attribute;
import org.harborline.intake.internal.wire.SchemaModel.Declaration;
import org.harborline.intake.internal.wire.SchemaModel.Part;
import org.harborline.intake.internal.wire.SchemaModel.Structure;
import org.harborline.intake.internal.wire.SchemaModel.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The published schemas of what one call files, against what is taken.
class JsonSchemasTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());
    private final DocumentReader reader = new DocumentReader();
    private final SchemaModel model = SchemaReading.read(reader.read(documents.schema(), null));
    private final ApiContract contract = new ApiContract(
            JSON.writeValueAsString(Map.of("components", Map.of("schemas", documents.jsonSchemas()))), JSON);

    private List<String> faults(JsonNode filing) {
        return contract.faults("/components/schemas/filing", filing.toString());
    }

    private void taken(JsonNode filing) {
        assertThat(documents.acceptFiling(Samples.bytes(filing.toString()), 17)).isNotNull();
    }

    private ObjectNode filing(String report, String... items) {
        ObjectNode filing = NODES.objectNode();
        filing.set("report", json(report, "report"));
        ArrayNode list = filing.putArray("items");
        for (String item : items) {
            list.add(item(item));
        }
        return filing;
    }

    private JsonNode item(String text) {
        ObjectNode item = NODES.objectNode();
        json(text, "fileDetails")
                .properties()
                .forEach(one -> item.set(
                        JsonFiling.SHORT.entrySet().stream()
                                .filter(named -> named.getValue().equals(one.getKey()))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(one.getKey()),
                        one.getValue()));
        item.remove("reportId");
        return item;
    }

    /// A document as JSON, with true numbers and truth values.
    private JsonNode json(String text, String root) {
        return json(reader.read(Samples.bytes(text), null), model.document(root).orElseThrow());
    }

    private static JsonNode json(WireElement element, Declaration declaration) {
        return switch (declaration.type()) {
            case Text text -> leaf(element, declaration, text);
            case Structure structure -> inside(element, structure);
        };
    }

    private static JsonNode leaf(WireElement element, Declaration declaration, Text type) {
        JsonNode value = declaration.fixed() == null ? scalar(element.text(), type.value()) : NODES.booleanNode(true);
        if (element.attributes().isEmpty()) {
            return value;
        }
        ObjectNode whole = attributes(element, type.attributes());
        whole.set("value", value);
        return whole;
    }

    private static ObjectNode attributes(WireElement element, Map<String, Attribute> declared) {
        ObjectNode object = NODES.objectNode();
        element.attributes()
                .forEach((name, value) ->
                        object.set(name, scalar(value, declared.get(name).type())));
        return object;
    }

    private static JsonNode inside(WireElement element, Structure type) {
        ObjectNode object = attributes(element, type.attributes());
        for (Part part : type.parts()) {
            for (Declaration option : part.options()) {
                List<WireElement> children = element.all(option.name());
                if (part.max() == 1) {
                    children.forEach(child -> object.set(option.name(), json(child, option)));
                } else if (!children.isEmpty()) {
                    ArrayNode list = object.putArray(option.name());
                    children.forEach(child -> list.add(json(child, option)));
                }
            }
        }
        return object;
    }

    private static JsonNode scalar(String text, SimpleType type) {
        String value = text.strip();
        return switch (type) {
            case SimpleType.Union _ -> NODES.stringNode(value);
            case SimpleType.Limited limited ->
                switch (limited.base()) {
                    case BOOLEAN -> NODES.booleanNode(value.equals("true") || value.equals("1"));
                    case INT, LONG -> NODES.numberNode(Long.parseLong(value));
                    case DOUBLE -> NODES.numberNode(Double.parseDouble(value));
                    case STRING, TOKEN, DATE, DATE_TIME -> NODES.stringNode(text);
                };
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "enticement", "full", "batched"})
    void whatIsTakenAsADocumentIsTakenAsJsonAndFitsTheSchemas(String sample) {
        JsonNode filing = filing(Samples.text(sample));
        assertThat(faults(filing)).isEmpty();
        taken(filing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"item", "item-full"})
    void itemsToo(String sample) {
        JsonNode filing = filing(Samples.text("minimal"), Samples.text(sample));
        assertThat(faults(filing)).isEmpty();
        taken(filing);
    }

    @Test
    void everyFieldOfTheDocumentsHasItsPlace() {
        String report = SchemaDocuments.write("report", Samples.NOW, _ -> "x");
        String item = SchemaDocuments.write("fileDetails", Samples.NOW, _ -> "x");
        ObjectNode filing = filing(report, item);
        assertThat(faults(filing)).isEmpty();
        assertThat(filing.toString()).contains("sextortion", "associatedAccount", "verificationDate", "fileRelevance");
    }

    /// Each line breaks one thing: the place, and what is put there; nothing takes away what is there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/report/platfrom|1",
                "/report/reporter|",
                "/report/incidentSummary/incidentType|\"Something else\"",
                "/report/incidentSummary/incidentType|",
                "/report/incidentSummary/incidentDateTime|",
                "/report/incidentSummary/platform|\"LONG\"",
                "/report/incidentSummary/platform|[\"a\", \"b\"]",
                "/report/incidentSummary/platform|{\"value\": \"a\"}",
                "/report/incidentSummary/reportAnnotations|{\"sextortion\": false}",
                "/report/incidentSummary/reportAnnotations|{\"sextorsion\": true}",
                "/report/incidentSummary|[]",
                "/report/internetDetails|{}",
                "/report/internetDetails|{\"chatImIncident\": {}, \"emailIncident\": {}}",
                "/report/batchedReport|{}",
                "/report/reporter/reportingPerson/email|[{\"value\": \"desk@chat.example\", \"type\": \"Wrok\"}]",
                "/report/victim|{}",
                "/report/personOrUserReported|{\"ipCaptureEvent\": {\"ipAddress\": \"203.0.113.9\", \"port\": 70000}}",
                "/report/personOrUserReported|{\"ipCaptureEvent\": {\"port\": 1}}",
                "/report/personOrUserReported|{\"associatedAccount\": {\"screenName\": \"x\"}}",
                "/reference|\"with a space\"",
                "/relation|{\"kind\": \"addition\", \"of\": 1}",
                "/relation|{\"kind\": \"supplement\"}",
                "/relation|{\"kind\": \"supplement\", \"of\": 1, \"why\": 2}",
                "/items|[{\"viewed\": true}]",
                "/items|[{\"reference\": \"a\", \"basis\": \"guess\"}]",
                "/items|[{\"reference\": \"a\", \"reportId\": 17}]",
                "/items|[{\"reference\": \"a\", \"fileId\": \"a\"}]",
                "/items|{\"reference\": \"a\"}",
                "/report|",
                "/extra|1"
            })
    void whatTheSchemasRefuseIsRefused(String place, @Nullable String instead) {
        ObjectNode filing = filing(Samples.text("minimal"));
        int last = place.lastIndexOf('/');
        ObjectNode holder = (ObjectNode) filing.at(place.substring(0, last));
        if (instead == null) {
            holder.remove(place.substring(last + 1));
        } else {
            holder.set(place.substring(last + 1), JSON.readTree(instead.replace("LONG", "x".repeat(257))));
        }

        assertThat(faults(filing)).isNotEmpty();
        assertThatExceptionOfType(FilingRefused.class).isThrownBy(() -> taken(filing));
    }
}
