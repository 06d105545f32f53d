// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.IncidentType;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.completeness.Rubric;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.intake.completeness.RubricPart;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.platform.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTests {

    /// Whoever is told to do one of these on our behalf may become our agent, and no report needs it.
    private static final Pattern ASKS_TO_LOOK = Pattern.compile(
            "\\b(search|monitor|view|review|look|scan|inspect|watch|detect|examin|track|proactiv|check|keep|try|find"
                    + "|busca|busque|monitor|vigil|ver|vea|mira|mire|revis|escane|inspecc|rastre|detect|examin|siga|encuentr)\\p{L}*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<String> NEVER_COUNTED =
            List.of("viewed", "fileDetails", "publicly", "basis", "reportingPerson", "hash", "industry", "escalate");

    private final Rubric rubric = Rubrics.current();
    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    private Completeness scored(String report) {
        return Objects.requireNonNull(
                documents.acceptReport(Samples.bytes(report), null).completeness());
    }

    private static List<String> ids(List<RubricLine> lines) {
        return lines.stream().map(line -> line.id().value()).toList();
    }

    private boolean states(String report, String line) {
        return !rubric.line(Code.of(line)).orElseThrow().in(scored(report).missing());
    }

    @Test
    void aReportWithEverythingHasAHundredAndNothingMissing() {
        Completeness full = scored(Samples.text("full"));

        assertThat(full).isEqualTo(new Completeness(rubric.version(), 100, 0));
        assertThat(rubric.mostValuable(full)).isEmpty();
    }

    @Test
    void aReportOfWhatMustBeThereHasNothingAndIsToldTheThreeThatAddMost() {
        Completeness minimal = scored(Samples.text("minimal"));

        assertThat(minimal.score()).isZero();
        assertThat(ids(rubric.mostValuable(minimal))).containsExactly("network", "account", "child");
        assertThat(minimal.missing()).isEqualTo(rubric.applying(IncidentType.TOURISM, false));
    }

    @Test
    void whatOneLineMakesPossibleIsNotAskedForBeforeIt() {
        String withAddress = Samples.text("minimal")
                .replace(
                        "</reporter>",
                        "</reporter><personOrUserReported><espIdentifier>u-1</espIdentifier>"
                                + "<ipCaptureEvent><ipAddress>203.0.113.9</ipAddress></ipCaptureEvent></personOrUserReported>");

        assertThat(ids(rubric.mostValuable(scored(withAddress))))
                .containsExactly("child", "account-of-events", "account-contact");
        assertThat(ids(rubric.heaviest(scored(withAddress).missing()))).contains("network-time", "network-port");
    }

    @Test
    void aBatchedReportIsMeasuredByWhatItMayHold() {
        Completeness batched = scored(Samples.text("batched"));

        assertThat(ids(rubric.heaviest(rubric.applying(IncidentType.CSAM, true))))
                .containsExactly("account", "time-meaning", "service", "agency-contact", "legal-process");
        assertThat(batched.score()).isEqualTo(100 * 12 / 34);
    }

    @ParameterizedTest
    @CsvSource({
        "<espService>Example Chat</espService>,<espService>Unknown</espService>,true",
        "<eventName>Upload</eventName>,<eventName>Unknown</eventName>,false",
        "<ipAddress>203.0.113.17</ipAddress>,<ipAddress>0.0.0.0</ipAddress>,false",
        "<possibleProxy>false</possibleProxy>,<possibleProxy>true</possibleProxy>,true",
        "<port>40021</port>,'',false",
        "' verified=\"true\" verificationDate=\"2026-03-02T10:14:00Z\"','',false",
    })
    void aValueThatSaysNothingDoesNotCountAndADenialDoes(String from, String to, boolean stated) {
        Map<String, String> lines = new HashMap<>(Map.of(
                "<espService>Example Chat</espService>", "service",
                "<eventName>Upload</eventName>", "network-event",
                "<ipAddress>203.0.113.17</ipAddress>", "network",
                "<possibleProxy>false</possibleProxy>", "network-proxy",
                "<port>40021</port>", "network-port",
                " verified=\"true\" verificationDate=\"2026-03-02T10:14:00Z\"", "contact-verified"));
        String line = Objects.requireNonNull(lines.get(from));
        String sample = Samples.text("enticement");
        assertThat(sample).contains(from);
        assertThat(states(sample, line)).isTrue();

        assertThat(states(sample.replace(from, to), line)).isEqualTo(stated);
    }

    @Test
    void whatTheGateLeftOutIsNotStated() {
        String dropped = Samples.text("minimal")
                .replace("</report>", "<additionalInfo>data:image/png;base64,AAAA</additionalInfo></report>");

        assertThat(states(dropped, "account-of-events")).isFalse();
        assertThat(states(dropped.replace("data:", "[synthetic narrative 17] data:"), "account-of-events"))
                .isTrue();
    }

    @Test
    void anItemChangesNothing() {
        String item = """
                {"report": {"incidentSummary": {"incidentDateTime": "2026-11-20T08:15:00Z", "incidentType": "Child Sex Tourism"},
                            "reporter": {"reportingPerson": {"email": {"value": "desk@chat.example"}}}}%s}""";
        String viewed = ", \"items\": [{\"reference\": \"k-1\", \"viewed\": true, \"publiclyAvailable\": false,"
                + " \"basis\": \"viewed-by-person\"}]";

        assertThat(filed(item.formatted(viewed)))
                .isEqualTo(filed(item.formatted("")))
                .isEqualTo(scored(Samples.text("minimal")));
    }

    private Completeness filed(String json) {
        return Objects.requireNonNull(
                documents.acceptFiling(Samples.bytes(json), 17).report().completeness());
    }

    @Test
    void neverAsksToLookForAnything() {
        assertThat(ASKS_TO_LOOK.matcher("Look for it, and keep looking.").find())
                .isTrue();
        assertThat(ASKS_TO_LOOK.matcher("Busque más; hay que ver todo.").results())
                .hasSize(2);
        assertThat(rubric.lines())
                .allSatisfy(line -> assertThat(line.adds().values())
                        .noneMatch(words -> ASKS_TO_LOOK.matcher(words).find()));
    }

    @Test
    void saysInBothLanguagesWhatALineAdds() {
        assertThat(rubric.lines()).allSatisfy(line -> {
            assertThat(line.adds()).containsOnlyKeys("en", "es");
            assertThat(line.adds(Locale.ENGLISH)).endsWith(".").isNotEqualTo(line.adds(Locale.of("es")));
        });
    }

    @Test
    void countsNothingOfWhetherMaterialWasOpenedOrOfWhoReported() {
        assertThat(NEVER_COUNTED).contains("viewed");
        assertThat(rubric.lines())
                .flatMap(RubricLine::fields)
                .hasSizeGreaterThan(60)
                .noneMatch(field -> NEVER_COUNTED.stream().anyMatch(field.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void hasItsSixPartsAndOneFieldForOneLine() {
        assertThat(rubric.lines()).extracting(RubricLine::part).containsOnly(RubricPart.values());
        assertThat(rubric.lines()).extracting(RubricLine::part).isSorted();
        assertThat(Arrays.stream(IncidentType.values()))
                .allSatisfy(type -> assertThat(rubric.applying(type, false)).isNotZero());
    }

    @Test
    void namesOnlyFieldsOfTheSchema() {
        SchemaModel model = SchemaReading.read(new DocumentReader().read(documents.schema(), null));

        for (RubricLine line : rubric.lines()) {
            assertThat(line.fields())
                    .allSatisfy(
                            field -> assertThat(isLeaf(model, field)).as(field).isTrue());
            assertThat(new HashSet<>(line.fields())).hasSameSizeAs(line.fields());
        }
        assertThat(isLeaf(model, "personOrUserReported/espIdentifiers")).isFalse();
        assertThat(isLeaf(model, "personOrUserReported/ipCaptureEvent")).isFalse();
    }

    private static boolean isLeaf(SchemaModel model, String field) {
        SchemaModel.Type type = model.document("report").orElseThrow().type();
        for (String name : field.split("/", -1)) {
            if (name.startsWith("@")) {
                return type.attributes().containsKey(name.substring(1));
            }
            SchemaModel.Type inside = inside(type, name);
            if (inside == null) {
                return false;
            }
            type = inside;
        }
        return type instanceof SchemaModel.Text;
    }

    private static SchemaModel.Type inside(SchemaModel.Type type, String name) {
        return type instanceof SchemaModel.Structure structure
                ? structure.parts().stream()
                        .flatMap(part -> part.option(name).stream())
                        .map(SchemaModel.Declaration::type)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "enticement", "full", "batched"})
    void isTheSameEachTime(String sample) {
        Set<Completeness> scores = new HashSet<>();
        for (int time = 0; time < 3; time++) {
            scores.add(scored(Samples.text(sample)));
        }
        assertThat(scores).hasSize(1);
    }
}
