// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.intake.internal.wire.ContractValues.Value;

/// The interface as `contract.txt` has it, which is written by hand. Makes whole documents around any part of it.
final class InterfaceContract {

    static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final Pattern CELLS = Pattern.compile(
            "(?<name>.+?) +(?<cardinality>[01n.]+) +(?<type>.+?)(?<rule> +rule)?(?: +with (?<with>.+))?");
    private static final Pattern INCIDENT_ADDRESS = Pattern.compile("<emailAddress[^>]*>([^<]*)<");
    private static final List<String> DOCUMENTS = List.of("report", "fileDetails");

    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /// @param kind `sequence`, `all`, `choice` or `text`
    /// @param text what text it holds; empty for structures
    record Shape(String name, String kind, String text, List<Row> rows, List<Attribute> attributes) {}

    /// @param byRule the schema alone does not ask for it
    record Row(List<Option> options, int min, int max, boolean byRule) {}

    record Option(String element, String type) {}

    /// @param with another attribute that must stand beside it, as it is written
    record Attribute(String name, boolean required, String type, String with) {}

    /// Where a shape can be reached.
    private record Place(Shape parent, int row, Option option) {}

    static InterfaceContract read() {
        var contract = new InterfaceContract();
        try (InputStream stream = InterfaceContract.class.getResourceAsStream("/intake/contract.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(contract::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contract.walk();
        return contract;
    }

    private void line(String line) {
        if (line.startsWith("= ")) {
            List<String> head = List.of(line.substring(2).split(" "));
            String text = head.size() > 2 ? head.get(2) : "";
            shapes.put(
                    head.getFirst(),
                    new Shape(head.getFirst(), head.get(1), text, new ArrayList<>(), new ArrayList<>()));
            return;
        }
        Matcher cells = CELLS.matcher(line.strip());
        if (!cells.matches()) {
            throw new IllegalStateException("cannot be read: " + line);
        }
        Shape last = List.copyOf(shapes.values()).getLast();
        if (line.startsWith("@")) {
            last.attributes().add(attribute(cells));
        } else {
            last.rows().add(row(cells));
        }
    }

    private static Attribute attribute(Matcher cells) {
        String with = cells.group("with") == null ? "" : cells.group("with").replace("=", "=\"") + '"';
        return new Attribute(
                cells.group("name").substring(1), cells.group("cardinality").equals("1"), cells.group("type"), with);
    }

    private static Row row(Matcher cells) {
        List<String> names = Arrays.asList(cells.group("name").split(" or "));
        List<String> types = Arrays.asList(cells.group("type").split(" or "));
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            options.add(new Option(names.get(i), types.get(i)));
        }
        String cardinality = cells.group("cardinality");
        int min = cardinality.startsWith("0") ? 0 : 1;
        int max = cardinality.endsWith("n") ? UNBOUNDED : 1;
        return new Row(options, min, max, cells.group("rule") != null);
    }

    private void walk() {
        Deque<Shape> open = new ArrayDeque<>(DOCUMENTS.stream().map(shapes::get).toList());
        while (!open.isEmpty()) {
            Shape parent = open.removeFirst();
            for (int row = 0; row < parent.rows().size(); row++) {
                for (Option option : parent.rows().get(row).options()) {
                    Shape shape = shapes.get(option.type());
                    if (shape != null && !places.containsKey(shape.name())) {
                        places.put(shape.name(), new Place(parent, row, option));
                        open.add(shape);
                    }
                }
            }
        }
    }

    List<Shape> shapes() {
        return List.copyOf(shapes.values());
    }

    /// The element that stands for a shape in the documents made here.
    String element(Shape shape) {
        return DOCUMENTS.contains(shape.name())
                ? shape.name()
                : place(shape).option().element();
    }

    String root(Shape shape) {
        return DOCUMENTS.contains(shape.name())
                ? shape.name()
                : root(place(shape).parent());
    }

    private Place place(Shape shape) {
        return Objects.requireNonNull(places.get(shape.name()), () -> shape.name() + " stands nowhere");
    }

    /// The smallest element of a type that is right.
    String smallest(Option option) {
        Shape shape = shapes.get(option.type());
        if (shape == null) {
            return "<" + option.element() + ">" + first(option.type()) + "</" + option.element() + ">";
        }
        return written(option.element(), shape, inside(shape, Map.of()));
    }

    private static String first(String type) {
        return ContractValues.of(type).stream()
                .filter(value -> value.outcome() == ContractValues.Outcome.TAKEN)
                .findFirst()
                .map(Value::escaped)
                .orElseThrow();
    }

    /// An element with its required attributes.
    String written(String element, Shape shape, String inside) {
        var attributes = new StringBuilder();
        for (Attribute attribute : shape.attributes()) {
            if (attribute.required()) {
                attributes
                        .append(' ')
                        .append(attribute.name())
                        .append("=\"")
                        .append(first(attribute.type()))
                        .append('"');
            }
        }
        return "<" + element + attributes + ">" + inside + "</" + element + ">";
    }

    /// What stands inside a shape at the least, with something of its own in some rows.
    String inside(Shape shape, Map<Integer, String> instead) {
        if (shape.kind().equals("text")) {
            return first(shape.text());
        }
        if (shape.kind().equals("choice")) {
            return instead.isEmpty()
                    ? smallest(shape.rows().getFirst().options().getFirst())
                    : String.join("", instead.values());
        }
        var inside = new StringBuilder();
        for (int i = 0; i < shape.rows().size(); i++) {
            Row row = shape.rows().get(i);
            inside.append(instead.getOrDefault(
                    i, row.min() > 0 ? smallest(row.options().getFirst()) : ""));
        }
        return inside.toString();
    }

    /// A whole document around one element of a shape.
    String document(Shape shape, String element) {
        if (DOCUMENTS.contains(shape.name())) {
            return shape.name().equals("report") ? withParties(element) : element;
        }
        Place place = place(shape);
        String inside = inside(place.parent(), Map.of(place.row(), element));
        return document(place.parent(), written(element(place.parent()), place.parent(), inside));
    }

    /// Mail addresses of an incident must be those of a party.
    private static String withParties(String report) {
        var victims = new StringBuilder();
        var matcher = INCIDENT_ADDRESS.matcher(report);
        while (matcher.find()) {
            victims.append("<victim><victimPerson><email>")
                    .append(matcher.group(1))
                    .append("</email></victimPerson></victim>");
        }
        return victims.isEmpty() ? report : report.replace("</reporter>", "</reporter>" + victims);
    }
}
