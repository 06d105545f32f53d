// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command on real files: what it prints, what it refuses, and how well it does on two public sets.
class LinkBenchmarkTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final LinkBenchmark command = new LinkBenchmark(InstantSource.system(), stream(out), stream(err));

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /// Two sets of the Febrl project; where they are not beside the project, `docs/linking.md` says where to get
    /// them.
    @ParameterizedTest
    @ValueSource(strings = {"febrl1.csv", "febrl3.csv"})
    void findsNearlyAllAndNearlyNoWrongPairsInAPublicSet(String name) throws IOException {
        Path file = set(name);
        assumeThat(file).as("a development set beside the project").exists();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(command.run(List.of(file.toString()))).isZero();
        var used = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
        JsonNode result = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(result.get("precision").asDouble()).isGreaterThanOrEqualTo(0.998);
        assertThat(result.get("f1").asDouble()).isGreaterThanOrEqualTo(0.995);
        assertThat(result.get("pair_completeness").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(result.get("reduction_ratio").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(used).as("processor time").isLessThan(Duration.ofSeconds(30));
    }

    private static Path set(String name) {
        return Stream.of("../../shared/data/linkage", "../shared/data/linkage", "../../../shared/data/linkage")
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("../shared/data/linkage", name));
    }

    @Test
    void printsOneObjectWithFiguresKindsAndModel() throws IOException {
        Path file = write(table(60));
        assertThat(command.run(List.of(file.toString(), "--threshold", "0.9", "--kinds", "note=text")))
                .isZero();
        JsonNode result = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(result.get("records").asInt()).isEqualTo(120);
        assertThat(result.get("true_pairs").asInt()).isEqualTo(60);
        assertThat(result.get("recall").asDouble()).isGreaterThan(0.9);
        assertThat(result.get("threshold").asDouble()).isEqualTo(0.9);
        assertThat(result.get("b_cubed").get("f1").asDouble()).isPositive();
        assertThat(result.get("kinds").get("last_name").asString()).isEqualTo("surname");
        assertThat(result.get("kinds").get("note").asString()).isEqualTo("text");
        assertThat(result.get("left_out").get("nothing").asString()).isEqualTo("empty");
        assertThat(result.get("left_out").get("row").asString()).isEqualTo("different everywhere");
        assertThat(result.get("model").get("iterations").asInt()).isPositive();
        assertThat(result.has("found_pairs")).isTrue();
        assertThat(result.has("seconds")).isTrue();
        assertThat(result.has("largest_false_component")).isTrue();
    }

    @Test
    void writesToAFile() throws IOException {
        Path result = folder.resolve("result.json");
        assertThat(command.run(List.of(write(table(30)).toString(), "--out", result.toString())))
                .isZero();
        assertThat(result).content().contains("\"precision\"");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void learnsTheSameWhateverTheTruthIs() throws IOException {
        String table = table(60);
        command.run(List.of(write(table).toString()));
        JsonNode with = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        out.reset();
        command.run(List.of(
                write(table.replaceAll("(?m)^(r\\d+),[^,]*", "$1,nobody")).toString()));
        JsonNode without = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(without.get("model")).isEqualTo(with.get("model"));
        assertThat(without.get("found_pairs")).isEqualTo(with.get("found_pairs"));
    }

    @Test
    void saysWhatIsWrongWithATableAndWhatToDo() throws IOException {
        assertThat(refusal("record_id,name,dob\nr1,Ada,1980\nr2,Bea,1981\n"))
                .contains("no column entity_id")
                .contains("add it");
        assertThat(refusal("record_id,entity_id,name,dob\nr1,e1,Ada,1980\nr1,e2,Bea,1981\n"))
                .contains("Column record_id holds r1 twice");
        assertThat(refusal("record_id,entity_id,name,dob\nr1,e1,Ada,1980\nr2,,Bea,1981\n"))
                .contains("Column entity_id is empty in record 2");
        assertThat(refusal("record_id,entity_id,name,dob\nr1,e1,Ada,1980,more\nr2,e2,Bea,1981\n"))
                .contains("Record 1 has 5 cells for 4 columns");
        assertThat(refusal("record_id,entity_id,name\nr1,e1,Ada\nr2,e2,Bea\n")).contains("at least two are needed");
        assertThat(refusal("record_id,entity_id,name,name\nr1,e1,Ada,Ada\nr2,e2,Bea,Bea\n"))
                .contains("Column name is there twice");
        assertThat(refusal("record_id,entity_id,name,dob\n")).contains("no two records");
    }

    @Test
    void saysWhatIsWrongWithAnOptionAndWhatToDo() throws IOException {
        String table = table(5);
        assertThat(refusal(table, "--kinds", "last_name=ghost"))
                .contains("no kind ghost")
                .contains("surname");
        assertThat(refusal(table, "--kinds", "ghost=surname"))
                .contains("no column ghost")
                .contains("last_name");
        assertThat(refusal(table, "--kinds", "ghost")).contains("COLUMN=KIND");
        assertThat(refusal(table, "--threshold", "2")).contains("between 0 and 1");
        assertThat(refusal(table, "--ghost", "2")).contains("Usage");
        assertThat(refusal(table, "--kinds", "record_id=code"))
                .contains("Column record_id says which record it is")
                .contains("leave it out of --kinds");
        assertThat(command.run(List.of(folder.resolve("ghost.csv").toString()))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file");
        assertThat(command.run(List.of())).isEqualTo(2);
    }

    @Test
    void saysSoBeforeItWorksWhereTheResultCannotBeWritten() throws IOException {
        // with a table that is refused itself, were it read first
        assertThat(refusal(
                        "record_id\n",
                        "--out",
                        folder.resolve("ghost/result.json").toString()))
                .contains("which --out names, cannot be written")
                .doesNotContain("record_id");
    }

    @Test
    void readsATableAsAWorkbookProgramWritesIt() throws IOException {
        String quoted = table(200).replaceFirst("record_id,entity_id", "\"record_id\",\"entity_id\"");
        assertThat(command.run(List.of(write("\ufeff" + quoted).toString()))).isZero();
    }

    @Test
    void saysThatATableMustBeInUtf8() throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(
                file,
                "record_id,entity_id,name,dob\nr1,e1,Mu\u00f1oz,1980\nr2,e2,Bea,1981\n",
                StandardCharsets.ISO_8859_1);
        assertThat(command.run(List.of(file.toString()))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("UTF-8").doesNotContain("quotation");
    }

    private String refusal(String table, String... options) throws IOException {
        err.reset();
        List<String> arguments = Stream.concat(Stream.of(write(table).toString()), Stream.of(options))
                .toList();
        assertThat(command.run(arguments)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path write(String table) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), table);
    }

    // persons described twice, the second time with another letter in the surname
    private static String table(int persons) {
        var table = new StringBuilder("record_id,entity_id,first_name,last_name,dob,city,note,nothing,row\n");
        var random = new Random(11);
        for (int person = 0; person < persons; person++) {
            String first = word(random, 2);
            String last = word(random, 3);
            String born = "19%02d-%02d-%02d"
                    .formatted(30 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String town = word(new Random(person % 9), 3);
            for (int twice = 0; twice < 2; twice++) {
                table.append("r%d,e%d,%s,%s,%s,%s,word %d,,%d\n"
                        .formatted(
                                2 * person + twice,
                                person,
                                first,
                                last + "x".repeat(twice),
                                born,
                                town,
                                person % 5,
                                2 * person + twice));
            }
        }
        return table.toString();
    }

    private static String word(Random random, int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append("bdfgklmnprstvwz".charAt(random.nextInt(15))).append("aeiou".charAt(random.nextInt(5)));
            word.append("lmnrst".charAt(random.nextInt(6)));
        }
        return word.toString();
    }
}
