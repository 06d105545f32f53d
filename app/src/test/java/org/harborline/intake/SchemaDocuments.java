// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Documents made from the published schema itself, with every element and attribute that can stand together, so that a
/// field which is added later is in the tests without anybody's doing.
public final class SchemaDocuments {

    private static final String SCHEMA = "/schema/intake/harborline-reporting-2026-11-23.xsd";

    /// May not stand beside what else is in a whole document.
    private static final Set<String> LEFT_OUT = Set.of("batchedReport", "associatedAccount/dateOfBirth");

    /// A place that takes text, as `report/reporter/legalURL` or `fileDetails/originalFileHash/@hashType`.
    public record Field(String path) {

        /// The element or attribute alone.
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final Element schema;
    private final Instant past;
    private final Function<Field, String> values;
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder xml = new StringBuilder();

    private SchemaDocuments(Element schema, Instant now, Function<Field, String> values) {
        this.schema = schema;
        this.past = now.minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        this.values = values;
    }

    /// A whole document.
    ///
    /// @param root `report` or `fileDetails`
    /// @param now the time of the server that will read it
    /// @param values what to write in each text field, not yet escaped
    public static String write(String root, Instant now, Function<Field, String> values) {
        return made(root, now, values).xml.toString();
    }

    /// Every text field of a whole document, in its order.
    public static List<Field> fields(String root) {
        return List.copyOf(made(root, Instant.EPOCH, _ -> "x").fields);
    }

    private static SchemaDocuments made(String root, Instant now, Function<Field, String> values) {
        Element schema = read();
        var writing = new SchemaDocuments(schema, now, values);
        writing.element(writing.declared("element", root), "");
        return writing;
    }

    private static Element read() {
        try (InputStream stream = SchemaDocuments.class.getResourceAsStream(SCHEMA)) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(Objects.requireNonNull(stream, SCHEMA))
                    .getDocumentElement();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (ParserConfigurationException | SAXException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private void element(Element declaration, String parent) {
        String name = declaration.getAttribute("name");
        String path = parent.isEmpty() ? name : parent + "/" + name;
        if (LEFT_OUT.stream().anyMatch(path::endsWith)) {
            return;
        }
        String type = declaration.getAttribute("type");
        Element complex = type.startsWith("xs:") ? null : find("complexType", type);
        xml.append('<').append(name);
        if (complex == null) {
            xml.append('>').append(value(path, type));
        } else {
            structure(complex, path);
        }
        xml.append("</").append(name).append('>');
    }

    private void structure(Element complex, String path) {
        Element simple = child(complex, "simpleContent");
        if (simple == null) {
            attributes(complex, path);
            xml.append('>');
            children(complex).forEach(part -> particle(part, path));
            return;
        }
        Element extension = Objects.requireNonNull(child(simple, "extension"));
        attributes(extension, path);
        xml.append('>').append(value(path, extension.getAttribute("base")));
    }

    private void attributes(Element holder, String path) {
        for (Element attribute : children(holder)) {
            if (attribute.getLocalName().equals("attribute")) {
                String name = attribute.getAttribute("name");
                xml.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(value(path + "/@" + name, attribute.getAttribute("type")))
                        .append('"');
            }
        }
    }

    private void particle(Element part, String path) {
        switch (part.getLocalName()) {
            case "element" -> element(part, path);
            case "group" ->
                children(declared("group", part.getAttribute("ref"))).forEach(inner -> particle(inner, path));
            case "sequence", "all" -> children(part).forEach(inner -> particle(inner, path));
            case "choice" -> choice(part, path);
            default -> {
                // attributes are written before, annotations say nothing
            }
        }
    }

    /// Where the holder may be repeated, once with each kind; else the last kind, which is the richest.
    private void choice(Element choice, String path) {
        List<Element> kinds = children(choice);
        String holder = path.substring(path.lastIndexOf('/') + 1);
        if (!holder.equals("internetDetails")) {
            particle(kinds.getLast(), path);
            return;
        }
        for (int at = 0; at < kinds.size(); at++) {
            xml.append(at == 0 ? "" : "</internetDetails><internetDetails>");
            particle(kinds.get(at), path);
        }
    }

    private String value(String path, String type) {
        String base = type.startsWith("xs:") ? type.substring(3) : restricted(path, type);
        return switch (base) {
            case "string", "token" -> text(path);
            case "boolean" -> "true";
            // given back after it was taken away
            case "dateTime" ->
                path.endsWith("reenabledDate") ? past.plusSeconds(1).toString() : past.toString();
            case "date" -> "2001-02-03";
            case "int" -> "40";
            case "long" -> "1000001";
            case "double" -> "1.5";
            default -> base;
        };
    }

    /// The base of a simple type that takes any text, or a value where it takes only some.
    private String restricted(String path, String type) {
        Element simple = declared("simpleType", type);
        Element restriction = child(simple, "restriction");
        if (restriction == null) {
            return "date";
        }
        Element pattern = child(restriction, "pattern");
        if (pattern != null) {
            return pattern.getAttribute("value").startsWith("\\+") ? "+1" : "12";
        }
        String last = "";
        for (Element facet : children(restriction)) {
            last = facet.getLocalName().equals("enumeration") ? facet.getAttribute("value") : last;
        }
        if (path.endsWith("fileRelevance")) {
            return "Reported";
        }
        if (path.endsWith("countryCode") || path.endsWith("country")) {
            return "CA";
        }
        return last.isEmpty() ? value(path, restriction.getAttribute("base")) : last;
    }

    private String text(String path) {
        var field = new Field(path);
        fields.add(field);
        return escaped(values.apply(field));
    }

    /// For text and for attributes in double quotes.
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private Element declared(String kind, String name) {
        return Objects.requireNonNull(find(kind, name), kind + " " + name);
    }

    private Element find(String kind, String name) {
        return children(schema).stream()
                .filter(one -> one.getLocalName().equals(kind))
                .filter(one -> one.getAttribute("name").equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Element child(Element parent, String kind) {
        return children(parent).stream()
                .filter(one -> one.getLocalName().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static List<Element> children(Element parent) {
        var all = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }
}
