// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.synthetic.FakeServer.Mishap.ANSWER_LOST;
import static org.harborline.synthetic.FakeServer.Mishap.CALL_LOST;
import static org.harborline.synthetic.FakeServer.Mishap.INVALID;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.synthetic.reports.Numbering;
import org.harborline.synthetic.world.SyntheticReport;
import org.harborline.synthetic.world.SyntheticReports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTests {

    private final FakeServer server = new FakeServer();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void filesTheReportsOfTheSeed() {
        assertThat(simulate("--reports", "40", "--seed", "9", "--concurrency", "1"))
                .isZero();

        assertThat(server.count("finish")).isEqualTo(40);
        assertThat(server.bodies())
                .containsExactlyElementsOf(SyntheticReports.seeded(9).take(40).stream()
                        .map(SyntheticReport::xml)
                        .toList());
        assertThat(out.toString()).startsWith("filed 40 of 40 reports in ").contains("refused 0, unreached 0");
    }

    @Test
    void refersToEarlierReportsByTheNumbersTheServerGaveThem() {
        assertThat(simulate("--reports", "500", "--seed", "9", "--concurrency", "1"))
                .isZero();

        var written = SyntheticReports.seeded(9).take(500).stream()
                .flatMap(r -> r.priorReports().stream())
                .map(number -> number + 1_000)
                .toList();
        var sent = server.bodies().stream()
                .flatMap(body -> Received.from(body).texts("priorCTReports").stream())
                .map(Long::valueOf)
                .toList();
        assertThat(sent).hasSize(3).containsExactlyElementsOf(written);
    }

    @Test
    void goesOnAtAnyReportAndAnyTime() {
        assertThat(simulate("--reports", "2", "--first", "700", "--as-of", "2030-01-01T00:00:00Z"))
                .isZero();

        assertThat(server.bodies()).hasSize(2).allMatch(body -> body.contains(">2029-1"));
    }

    @Test
    void keepsGoingAndSaysWhatWasLost() {
        server.next("submit", ANSWER_LOST).next("finish", ANSWER_LOST);

        assertThat(simulate("--reports", "10")).isZero();

        assertThat(server.count("finish")).isEqualTo(10);
        assertThat(server.count("open")).isEqualTo(1);
        assertThat(out.toString()).contains("answers lost: 1 submits (ambiguous), 1 finishes (1 settled)");
    }

    @Test
    void filesInOneCallAndOnceWhateverIsLost() {
        server.next("json", ANSWER_LOST, CALL_LOST, ANSWER_LOST);

        assertThat(simulateThrough("json", "--reports", "40", "--seed", "9", "--concurrency", "1"))
                .isZero();

        assertThat(server.count("finish")).isEqualTo(40);
        assertThat(server.calls("json")).isEqualTo(43);
        assertThat(server.calls("submit")).isZero();
        assertThat(server.bodies())
                .containsExactlyElementsOf(SyntheticReports.seeded(9).take(40).stream()
                        .map(report -> report.json(Numbering.AS_WRITTEN))
                        .toList());
        assertThat(out.toString()).startsWith("filed 40 of 40").contains("answers lost: 0 submits");
    }

    @Test
    void filesEverySecondReportInOneCallUnlessToldOtherwise() {
        assertThat(simulateThrough("both", "--reports", "10")).isZero();

        assertThat(server.calls("json")).isEqualTo(5).isEqualTo(server.calls("submit"));
        assertThat(server.count("finish")).isEqualTo(10);
    }

    @Test
    void saysWhatIsWrongWithAReportInOneCall() {
        server.next("json", INVALID);

        assertThat(simulateThrough("json", "--reports", "3")).isEqualTo(1);

        assertThat(out.toString()).contains("refused 1 (4100: 1)");
        assertThat(err.toString()).contains("refused with 4100: /report is wrong");
    }

    @Test
    void endsWithOneWhenAReportWasRefused() {
        server.next("submit", INVALID, INVALID);

        assertThat(simulate("--reports", "10")).isEqualTo(1);

        assertThat(out.toString()).startsWith("filed 8 of 10").contains("refused 2 (4100: 2)");
        assertThat(err.toString()).contains("refused with 4100: Code 4100");
    }

    @Test
    void endsWithTwoWhenTheServerCannotBeUsed(@TempDir Path folder) throws Exception {
        var password = Files.writeString(folder.resolve("password"), "wrong\n");

        assertThat(simulate("--password-file", password.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("does not know user demo-provider").doesNotContain("wrong");
        server.close();
        assertThat(simulate("--reports", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("no server answers at " + server.address());
        assertThat(server.calls("submit")).isZero();
    }

    @Test
    void endsWithTwoWhenUsedWrongly() {
        for (var wrong : List.of(
                List.of("--reports", "0"),
                List.of("--rate", "0"),
                List.of("--concurrency", "0"),
                List.of("--first", "0"),
                List.of("--password-file", "/nowhere/password"),
                List.of("--unknown"))) {
            assertThat(simulate(wrong.toArray(String[]::new))).isEqualTo(2);
        }
        assertThat(Simulate.commandLine().setErr(new PrintWriter(err, true)).execute("--to", "ftp://server.example"))
                .isEqualTo(2);
        assertThat(server.calls("status")).isZero();
    }

    @Test
    void filesEachReportAsItsSenderUnlessOneProviderIsNamed() {
        assertThat(simulate("--reports", "40", "--seed", "9")).isZero();
        assertThat(server.users())
                .contains("example-social", "example-photos")
                .as("and the one that knocks")
                .contains("demo-provider");

        server.users().clear();
        assertThat(simulate("--reports", "5", "--user", "example-chat")).isZero();
        assertThat(server.users()).containsExactly("example-chat");
    }

    @Test
    void readsThePasswordWithoutTheEndOfItsLine(@TempDir Path folder) throws Exception {
        var password = Files.writeString(folder.resolve("password"), "demo-provider\n");

        assertThat(simulate("--reports", "1", "--password-file", password.toString()))
                .isZero();
    }

    @Test
    void notesEveryStepInTheLedger(@TempDir Path folder) throws Exception {
        var ledger = folder.resolve("ledger");

        assertThat(simulate("--reports", "20", "--ledger", ledger.toString())).isZero();

        var lines = Files.readAllLines(ledger);
        assertThat(lines).hasSize(60);
        for (long number = 1_001; number <= 1_020; number++) {
            assertThat(lines).containsSubsequence("opened " + number, "finishing " + number, "finished " + number);
        }
    }

    @Test
    void endsWithOneWhenTheLedgerCannotBeMade(@TempDir Path folder) {
        assertThat(simulate("--ledger", folder.resolve("no/such/folder").toString()))
                .isEqualTo(1);
        assertThat(server.calls("submit")).isZero();
    }

    @Test
    void printsOneLineOfJson() {
        assertThat(simulate("--reports", "10", "--json")).isZero();

        assertThat(out.toString().strip())
                .startsWith("{\"reports\":10,\"filed\":10,\"refused\":0,\"refusedByCode\":{},")
                .matches(".*\"latencyMillis\":\\{\"p50\":[0-9.]+,\"p95\":[0-9.]+,\"p99\":[0-9.]+,\"max\":[0-9.]+}}");
    }

    @Test
    void keepsToItsScheduleAndCountsTheWaitForASlowServer() {
        server.slow(Duration.ofMillis(20));

        long start = System.nanoTime();
        assertThat(simulate("--reports", "20", "--rate", "100", "--concurrency", "1", "--json"))
                .isZero();

        // Each report takes 40 ms and one more is due every 10 ms: the last waits for about 30 ms times 19.
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(800).toNanos());
        assertThat(millis("p99")).isGreaterThan(500);
        assertThat(millis("p50")).isLessThan(millis("p99"));
    }

    @Test
    void sendsNoFasterThanAsked() {
        long start = System.nanoTime();
        assertThat(simulate("--reports", "11", "--rate", "20")).isZero();

        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(500).toNanos());
    }

    private double millis(String name) {
        var value = Pattern.compile("\"" + name + "\":([0-9.]+)").matcher(out.toString());
        assertThat(value.find()).isTrue();
        return Double.parseDouble(value.group(1));
    }

    private int simulate(String... options) {
        return simulateThrough("xml", options);
    }

    private int simulateThrough(String way, String... options) {
        var arguments = new ArrayList<>(List.of("--to", server.address().toString(), "--interface", way, "--quiet"));
        arguments.addAll(List.of(options));
        return Simulate.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
