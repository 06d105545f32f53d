// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/// Writes an element tree as the JSON interface takes it: names as in the document, a list where one
/// stands more than once, attributes beside a `value`, a mark as true.
final class JsonWriter {

    private static final String MARKS = "Annotations";

    private final Numbering numbering;

    private JsonWriter(Numbering numbering) {
        this.numbering = numbering;
    }

    /// The body of a call that files the report.
    static String write(Element root, Numbering numbering) {
        return JsonMapper.shared().writeValueAsString(Map.of(root.name(), new JsonWriter(numbering).value(root)));
    }

    private Object value(Element element) {
        var children = element.orderedChildren();
        if (children.isEmpty() && element.attributes().isEmpty()) {
            return element.text().<Object>map(text -> text).orElse(Map.of());
        }
        Map<String, Object> object = new LinkedHashMap<>(element.attributes());
        element.text().ifPresent(text -> object.put("value", text));
        Map<String, List<Object>> byName = new LinkedHashMap<>();
        for (Element child : children) {
            if (isKnown(child)) {
                byName.computeIfAbsent(child.name(), _ -> new ArrayList<>())
                        .add(element.name().endsWith(MARKS) ? true : reference(child));
            }
        }
        byName.forEach((name, values) -> object.put(name, values.size() == 1 ? values.getFirst() : values));
        return object;
    }

    private boolean isKnown(Element element) {
        return !DocumentWriter.isReference(element) || number(element).isPresent();
    }

    private Object reference(Element element) {
        return DocumentWriter.isReference(element) ? number(element).getAsLong() : value(element);
    }

    private OptionalLong number(Element element) {
        return numbering.numberOf(Long.parseLong(element.text().orElseThrow()));
    }
}
