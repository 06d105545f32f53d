// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.harborline.intake.internal.wire.ContractValues.Outcome;
import org.harborline.intake.internal.wire.ContractValues.Value;
import org.harborline.intake.internal.wire.InterfaceContract.Attribute;
import org.harborline.intake.internal.wire.InterfaceContract.Option;
import org.harborline.intake.internal.wire.InterfaceContract.Row;
import org.harborline.intake.internal.wire.InterfaceContract.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row of the interface: its smallest and largest, each cardinality, the order, each value of each vocabulary,
/// each limit and each form broken once. The outcome is written down in `contract.txt` and [ContractValues].
class InterfaceContractTests {

    private static final InterfaceContract CONTRACT = InterfaceContract.read();
    private static final int PLENTY = 3;

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    @TempDir
    private Path directory;

    /// A document and what must become of it.
    ///
    /// @param root `report` or `fileDetails`
    /// @param element whose fault it is
    record Case(String what, String root, String document, Outcome outcome, String element, String said) {}

    static Stream<String> shapes() {
        return CONTRACT.shapes().stream().map(Shape::name);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void takesWhatIsRightAndExplainsWhatIsWrong(String name) {
        List<String> wrong = new ArrayList<>();
        List<Case> cases = cases(shape(name));
        for (Case one : cases) {
            String answer = answer(one);
            if (!answer.isEmpty()) {
                wrong.add(one.what() + ": " + answer);
            }
        }
        assertThat(cases).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /// Empty when it is answered as it must be.
    private String answer(Case one) {
        try {
            if (one.root().equals("report")) {
                documents.acceptReport(Samples.bytes(one.document()), null);
            } else {
                documents.acceptItem(Samples.bytes(one.document()), null, _ -> false);
            }
            return one.outcome().isTaken() ? "" : "was taken";
        } catch (DocumentRefused refused) {
            if (one.outcome().isTaken() || refused.layer() != DocumentRefused.Layer.CONTENT) {
                return "was refused: " + refused.findings();
            }
            boolean explained = refused.findings().stream()
                    .anyMatch(finding -> finding.element().equals(one.element())
                            && finding.sentence().contains(one.said()));
            return explained ? "" : "is explained otherwise: " + refused.findings();
        }
    }

    private static Shape shape(String name) {
        return CONTRACT.shapes().stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Case> cases(Shape shape) {
        List<Case> cases = new ArrayList<>();
        attributes(shape, cases);
        switch (shape.kind()) {
            case "text" -> text(shape, cases);
            case "choice" -> choice(shape, cases);
            default -> rows(shape, cases);
        }
        return cases;
    }

    private static Case with(Shape shape, String what, String inside, Outcome outcome, String element, String said) {
        String written = CONTRACT.written(CONTRACT.element(shape), shape, inside);
        return of(shape, what, written, outcome, element, said);
    }

    private static Case of(Shape shape, String what, String written, Outcome outcome, String element, String said) {
        return new Case(
                shape.name() + ", " + what,
                CONTRACT.root(shape),
                CONTRACT.document(shape, written),
                outcome,
                element,
                said);
    }

    private static void attributes(Shape shape, List<Case> cases) {
        String element = CONTRACT.element(shape);
        String inside = CONTRACT.inside(shape, Map.of());
        String smallest = CONTRACT.written(element, shape, inside);
        cases.add(of(
                shape,
                "an attribute that does not exist",
                smallest.replaceFirst("<" + element, "<" + element + " accountType=\"x\""),
                Outcome.SCHEMA,
                element,
                "has no attribute accountType"));
        for (Attribute attribute : shape.attributes()) {
            String bare = smallest.replaceFirst(" " + attribute.name() + "=\"[^\"]*\"", "");
            if (attribute.required()) {
                String needs = "needs the attribute " + attribute.name();
                cases.add(of(shape, "without " + attribute.name(), bare, Outcome.SCHEMA, element, needs));
            }
            for (Value value : ContractValues.of(attribute.type())) {
                String written = " " + attribute.with() + " " + attribute.name() + "=\"" + value.escaped() + "\"";
                cases.add(of(
                        shape,
                        attribute.name() + " '" + shown(value) + "'",
                        bare.replaceFirst("<" + element, "<" + element + Matcher.quoteReplacement(written)),
                        value.outcome(),
                        element,
                        value.said()));
            }
        }
    }

    private static void text(Shape shape, List<Case> cases) {
        String element = CONTRACT.element(shape);
        for (Value value : ContractValues.of(shape.text())) {
            cases.add(with(shape, "'" + shown(value) + "'", value.escaped(), value.outcome(), element, value.said()));
        }
        cases.add(with(shape, "with a child", "<city>x</city>", Outcome.SCHEMA, element, "may hold only text"));
    }

    private static void choice(Shape shape, List<Case> cases) {
        cases.add(with(shape, "empty", "", Outcome.SCHEMA, CONTRACT.element(shape), "needs "));
        for (int row = 0; row < shape.rows().size(); row++) {
            Option option = shape.rows().get(row).options().getFirst();
            Option other =
                    shape.rows().get((row + 1) % shape.rows().size()).options().getFirst();
            String smallest = CONTRACT.smallest(option);
            cases.add(with(shape, option.element(), smallest, Outcome.TAKEN, "", ""));
            cases.add(with(
                    shape,
                    option.element() + " and another",
                    smallest + CONTRACT.smallest(other),
                    Outcome.SCHEMA,
                    other.element(),
                    "one too many"));
        }
    }

    private static void rows(Shape shape, List<Case> cases) {
        String element = CONTRACT.element(shape);
        String smallest = CONTRACT.inside(shape, Map.of());
        cases.add(with(shape, "smallest", smallest, Outcome.TAKEN, "", ""));
        cases.add(with(shape, "with text", "text" + smallest, Outcome.SCHEMA, element, "may not hold text of its own"));
        cases.add(with(
                shape,
                "with a name that does not exist",
                smallest + "<estimatedDate/>",
                Outcome.SCHEMA,
                "estimatedDate",
                "is not a name of this interface"));
        for (int row = 0; row < shape.rows().size(); row++) {
            cardinality(shape, row, cases);
            if (shape.kind().equals("sequence") && row + 1 < shape.rows().size()) {
                order(shape, row, cases);
            }
            for (Option option : shape.rows().get(row).options()) {
                values(shape, row, option, cases);
            }
        }
    }

    private static void cardinality(Shape shape, int at, List<Case> cases) {
        Row row = shape.rows().get(at);
        for (Option option : row.options()) {
            String one = CONTRACT.smallest(option);
            cases.add(with(
                    shape, "one " + option.element(), CONTRACT.inside(shape, Map.of(at, one)), Outcome.TAKEN, "", ""));
            boolean many = row.max() == InterfaceContract.UNBOUNDED;
            cases.add(with(
                    shape,
                    "many " + option.element(),
                    CONTRACT.inside(shape, Map.of(at, one.repeat(many ? PLENTY : 2))),
                    many ? Outcome.TAKEN : Outcome.SCHEMA,
                    option.element(),
                    "one too many"));
            if (row.options().size() > 1) {
                String both = CONTRACT.smallest(row.options().get(0))
                        + CONTRACT.smallest(row.options().get(1));
                String second = row.options().get(1).element();
                cases.add(with(
                        shape,
                        "both",
                        CONTRACT.inside(shape, Map.of(at, both)),
                        Outcome.SCHEMA,
                        second,
                        "one too many"));
            }
        }
        if (row.min() > 0) {
            String name = row.options().getFirst().element();
            cases.add(with(
                    shape,
                    "without " + name,
                    CONTRACT.inside(shape, Map.of(at, "")),
                    row.byRule() ? Outcome.RULE : Outcome.SCHEMA,
                    CONTRACT.element(shape),
                    row.byRule() ? "needs at least one " + name : "needs " + name));
        }
    }

    /// The next one stands before it.
    private static void order(Shape shape, int at, List<Case> cases) {
        Option first = shape.rows().get(at).options().getFirst();
        Option second = shape.rows().get(at + 1).options().getFirst();
        String turned = CONTRACT.inside(shape, Map.of(at, CONTRACT.smallest(second), at + 1, CONTRACT.smallest(first)));
        cases.add(with(
                shape,
                second.element() + " before " + first.element(),
                turned,
                Outcome.SCHEMA,
                first.element(),
                "is in the wrong place: in " + CONTRACT.element(shape) + " it comes before " + second.element()));
    }

    private static void values(Shape shape, int at, Option option, List<Case> cases) {
        if (CONTRACT.shapes().stream().anyMatch(other -> other.name().equals(option.type()))) {
            return;
        }
        for (Value value : ContractValues.of(option.type())) {
            String written = "<" + option.element() + ">" + value.escaped() + "</" + option.element() + ">";
            String what = option.element() + " '" + shown(value) + "'";
            String inside = CONTRACT.inside(shape, Map.of(at, written));
            // a rule about the whole item is told at the item
            String whose = option.type().equals("exif") && value.outcome() == Outcome.RULE
                    ? CONTRACT.element(shape)
                    : option.element();
            cases.add(with(shape, what, inside, value.outcome(), whose, value.said()));
        }
    }

    private static String shown(Value value) {
        String text = value.text();
        return text.length() > 30 ? text.substring(0, 20) + "... " + text.length() : text;
    }

    /// Another validator, reading the schema as it is served.
    @Test
    void agreesWithXmllintOnStructure() throws IOException, InterruptedException {
        Path schema = Files.write(directory.resolve("schema.xsd"), documents.schema());
        List<Case> cases = CONTRACT.shapes().stream()
                .flatMap(shape -> cases(shape).stream())
                .filter(one -> one.outcome() != Outcome.TAKEN_HERE)
                .toList();
        List<String> command = new ArrayList<>(List.of("xmllint", "--noout", "--nonet", "--schema", "schema.xsd"));
        for (int i = 0; i < cases.size(); i++) {
            Files.writeString(directory.resolve(i + ".xml"), cases.get(i).document());
            command.add(i + ".xml");
        }
        Path said = directory.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(schema.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        Set<Integer> fit = new HashSet<>();
        Pattern.compile("(?m)^(\\d+)\\.xml validates$")
                .matcher(Files.readString(said))
                .results()
                .forEach(match -> fit.add(Integer.valueOf(match.group(1))));
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (fit.contains(i) != (cases.get(i).outcome() != Outcome.SCHEMA)) {
                differ.add(cases.get(i).what());
            }
        }
        assertThat(cases.size()).isGreaterThan(2_000);
        assertThat(differ).isEmpty();
    }
}
