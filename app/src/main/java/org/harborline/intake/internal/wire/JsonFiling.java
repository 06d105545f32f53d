// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.harborline.intake.RelationKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a report that is filed in one call: the report, what is said about each item, the sender's own
/// reference, and
/// the earlier report it belongs to.
final class JsonFiling {

    /// Names of an item that are shorter here than in the document of the same meaning.
    static final Map<String, String> SHORT =
            Map.of("reference", "fileId", "viewed", "fileViewedByEsp", "exifViewed", "exifViewedByEsp");

    private static final Map<String, String> LONG =
            SHORT.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Set<String> PARTS = Set.of("report", "items", "reference", "relation");
    static final String BASIS = "basis";
    static final int MOST_ITEMS = 5000;
    private static final int DEPTH = 60;

    /// A value and its name for each element there may be, and as many again for lists and objects.
    private static final long MOST_TOKENS = 4L * DocumentReader.MAX_ELEMENTS;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(DocumentReader.MAX_TEXT_LENGTH)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final SchemaModel model;
    private final JsonTree tree;

    JsonFiling(SchemaModel model, NearestName nearest) {
        this.model = model;
        this.tree = new JsonTree(nearest);
    }

    /// What was read, not yet judged.
    ///
    /// @param items each with the sender's reference, as a document of its own
    record Read(
            WireElement report,
            List<ReadItem> items,
            @Nullable String reference,
            @Nullable RelationKind relation,
            long relatedTo) {}

    /// One item.
    ///
    /// @param basis on what its sender says whether it was viewed; absent when nothing was said
    record ReadItem(WireElement details, @Nullable ItemBasis basis) {}

    JsonTree tree() {
        return tree;
    }

    /// What an element of a document is called here.
    static String nameOf(String element) {
        return LONG.getOrDefault(element, element);
    }

    /// Reads a filing.
    ///
    /// @param number of the report that is about to be filed
    /// @throws DocumentRefused when it is no JSON, or not of this form
    Read read(byte[] json, long number) {
        JsonNode root = parsed(json);
        if (!root.isObject()) {
            tree.fault("body", "", "is one JSON object with `report` in it");
            throw refused(json);
        }
        tree.only(root, PARTS, "the body", "");
        JsonNode report = root.path("report");
        if (report.isMissingNode() || report.isNull()) {
            tree.fault("report", "/report", "is missing");
            throw refused(json);
        }
        WireElement read = tree.element(report, model.document("report").orElseThrow(), "/report");
        List<ReadItem> items = items(root.path("items"), number);
        String reference = reference(root.path("reference"));
        RelationKind relation = relation(root.path("relation"));
        long of = root.path("relation").path("of").asLong(0);
        if (!tree.findings().isEmpty()) {
            throw refused(json);
        }
        return new Read(read, items, reference, relation, of);
    }

    private DocumentRefused refused(byte[] json) {
        return new DocumentRefused(
                DocumentRefused.Layer.CONTENT, tree.findings().list(), Escalations.mayBeMeant(json));
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw new DocumentRefused(
                    DocumentRefused.Layer.FORM,
                    List.of(new Finding(
                            at == null ? 0 : at.getLineNr(),
                            at == null ? 0 : at.getColumnNr(),
                            "body",
                            "is not one well-formed JSON document in UTF-8, each name once, at most " + DEPTH
                                    + " levels deep, with at most " + MOST_TOKENS
                                    + " names, values and brackets and no text of more than "
                                    + DocumentReader.MAX_TEXT_LENGTH
                                    + " characters; the fault is at this line and column")),
                    Escalations.mayBeMeant(json));
        }
    }

    private List<ReadItem> items(JsonNode items, long number) {
        List<ReadItem> read = new ArrayList<>();
        if (items.isMissingNode() || items.isNull()) {
            return read;
        }
        if (!items.isArray() || items.size() > MOST_ITEMS) {
            tree.fault("items", "/items", "is a list of at most " + MOST_ITEMS + " items");
            return read;
        }
        for (int at = 0; at < items.size() && tree.goesOn(); at++) {
            String pointer = "/items/" + at;
            if (items.get(at) instanceof ObjectNode item) {
                read.add(item(item, number, pointer));
            } else {
                tree.fault("items", pointer, "is an object with `reference` in it");
            }
        }
        return read;
    }

    private ReadItem item(ObjectNode item, long number, String pointer) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("reportId", number);
        item.properties().forEach(property -> {
            String name = property.getKey();
            if (name.equals("reportId") || SHORT.containsValue(name)) {
                tree.fault(name, pointer, "is named otherwise here; see /api");
            } else if (!name.equals(BASIS)) {
                details.set(SHORT.getOrDefault(name, name), property.getValue());
            }
        });
        ItemBasis basis = basis(item.path(BASIS), pointer + "/" + BASIS);
        if (basis != null && basis.contradicts(item.path("viewed"))) {
            tree.fault(BASIS, pointer + "/" + BASIS, "contradicts viewed; leave out what nobody knows");
        }
        return new ReadItem(tree.element(details, model.document("fileDetails").orElseThrow(), pointer), basis);
    }

    private @Nullable ItemBasis basis(JsonNode stated, String pointer) {
        if (stated.isMissingNode() || stated.isNull()) {
            return null;
        }
        var basis = ItemBasis.of(stated.asString(""));
        if (basis.isEmpty()) {
            tree.fault(BASIS, pointer, "is one of " + String.join(", ", ItemBasis.codes()));
        }
        return basis.orElse(null);
    }

    private @Nullable String reference(JsonNode stated) {
        if (stated.isMissingNode() || stated.isNull()) {
            return null;
        }
        String reference = stated.asString("");
        if (!REFERENCE.matcher(reference).matches()) {
            tree.fault("reference", "/reference", "has 1 to 200 characters of ASCII without spaces");
            return null;
        }
        return reference;
    }

    private @Nullable RelationKind relation(JsonNode stated) {
        if (stated.isMissingNode() || stated.isNull()) {
            return null;
        }
        tree.only(stated, Set.of("kind", "of"), "relation", "/relation");
        if (!stated.path("of").isIntegralNumber()) {
            tree.fault("of", "/relation/of", "is the number of a report you filed before");
        }
        return switch (stated.path("kind").asString("")) {
            case "supplement" -> RelationKind.SUPPLEMENT;
            case "correction" -> RelationKind.CORRECTION;
            default -> {
                tree.fault("kind", "/relation/kind", "is supplement or correction");
                yield null;
            }
        };
    }
}
