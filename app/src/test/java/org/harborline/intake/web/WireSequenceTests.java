// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.StatedIdentifier;
import org.harborline.platform.Actor;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.RegisterProvider;
import org.harborline.synthetic.world.SyntheticReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The interface as a stranger meets it: with curl, and with xmllint to check documents against the published schema.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WireSequenceTests {

    private static final Actor SYSTEM = Actor.system("wire-sequence-tests");
    private static final String ACCOUNT = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String FINGERPRINT = "11112222333344445555666677778888";
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");
    private static final Pattern CODE = Pattern.compile("<responseCode>(\\d+)</responseCode>");

    @LocalServerPort
    private int port;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Reports reports;

    @Autowired
    private Clock clock;

    @TempDir
    private Path directory;

    private String credential = "";

    @BeforeEach
    void register() {
        String code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        var provider = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        var issued = organisations.issueCredential(SYSTEM, new IssueCredential(provider, false, null));
        credential = issued.userName() + ":" + issued.secret();
    }

    /// What a program printed.
    private record Said(int exit, String text) {}

    private Said run(List<String> command) {
        try {
            Path output = Files.createTempFile(directory, "said", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Said(process.exitValue(), Files.readString(output));
        } catch (IOException missing) {
            throw new UncheckedIOException(command.getFirst() + " is needed for this test", missing);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Said curl(String path, String... options) {
        var command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--user", credential));
        command.addAll(List.of("--write-out", "\n%{http_code}"));
        command.addAll(List.of(options));
        command.add("http://127.0.0.1:" + port + "/ispws/" + path);
        Said said = run(command);
        assertThat(said.exit()).as(said.text()).isZero();
        return said;
    }

    /// HTTP status and response code, as `200 0`.
    private static String outcome(Said said) {
        String status = said.text().substring(said.text().lastIndexOf('\n') + 1);
        var code = CODE.matcher(said.text());
        return status + " " + (code.find() ? code.group(1) : "none");
    }

    private Said submit(String document) throws IOException {
        Path file = Files.createTempFile(directory, "report", ".xml");
        Files.writeString(file, document, StandardCharsets.UTF_8);
        return curl("submit", "--header", "Content-Type: text/xml; charset=utf-8", "--data-binary", "@" + file);
    }

    private static String number(Said said) {
        var number = NUMBER.matcher(said.text());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private String enticement() {
        String time = clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return """
                <report>
                  <incidentSummary>
                    <incidentType>Online Enticement of Children for Sexual Acts</incidentType>
                    <incidentDateTime>%s</incidentDateTime>
                  </incidentSummary>
                  <internetDetails><chatImIncident><additionalInfo>[synthetic narrative 1] md5: %s</additionalInfo></chatImIncident></internetDetails>
                  <reporter><reportingPerson><email>desk@provider.example</email></reportingPerson></reporter>
                  <personOrUserReported><espIdentifier>%s</espIdentifier></personOrUserReported>
                </report>
                """.formatted(time, FINGERPRINT, ACCOUNT);
    }

    @Test
    void answersTheWorkedSequenceWithExactlyThoseCodes() throws IOException {
        assertThat(outcome(curl("status"))).isEqualTo("200 0");
        Said opened = submit(enticement());
        assertThat(outcome(opened)).isEqualTo("200 0");
        String first = number(opened);
        Said finished = curl("finish", "--form", "id=" + first);
        assertThat(outcome(finished)).isEqualTo("200 0");
        assertThat(finished.text())
                .contains("<reportDoneResponse>", "<reportId>" + first + "</reportId>")
                .containsAnyOf("<files/>", "<files></files>");
        assertThat(outcome(curl("finish", "--form", "id=" + first))).isEqualTo("409 5102");
        assertThat(outcome(curl("retract", "--data", "id=" + first))).isEqualTo("409 5102");

        String second = number(submit(enticement()));
        assertThat(outcome(curl("retract", "--form", "id=" + second))).isEqualTo("200 0");
        assertThat(outcome(curl("retract", "--data", "id=" + second))).isEqualTo("409 5101");
        assertThat(outcome(curl("finish", "--data", "id=" + second))).isEqualTo("409 5101");
        assertThat(outcome(curl("finish", "--data", "id=4711"))).isEqualTo("404 5001");
    }

    @Test
    void answersWhatIsWrongWithTheStatusOfItsFamily() throws IOException {
        assertThat(outcome(curl("status", "--user", "nobody:wrong"))).isEqualTo("401 2000");
        assertThat(outcome(curl("elsewhere"))).isEqualTo("404 1210");
        assertThat(outcome(submit("<report/>"))).isEqualTo("400 4100");
        assertThat(outcome(submit("<report>"))).isEqualTo("400 4110");
        assertThat(outcome(curl("finish", "--data", "number=1"))).isEqualTo("400 4000");
        assertThat(outcome(curl("upload", "--form", "id=1", "--form", "file=@" + emptyFile())))
                .isEqualTo("400 4200");
    }

    private Path emptyFile() throws IOException {
        return Files.createTempFile(directory, "nothing", ".txt");
    }

    @Test
    void keepsAnAccountOfThirtyTwoHexDigitsAndNoLabelledFingerprint() throws IOException {
        String number = number(submit(enticement()));
        assertThat(outcome(curl("finish", "--data", "id=" + number))).isEqualTo("200 0");
        var report = new ReportNumber(Long.parseLong(number));
        var received = reports.open(SYSTEM, List.of(report)).get(report);
        assertThat(received.identifiers()).extracting(StatedIdentifier::value).contains(ACCOUNT);
        assertThat(received.texts())
                .singleElement()
                .satisfies(section -> assertThat(section.text())
                        .contains("[synthetic narrative 1]", "[not kept: fingerprint")
                        .doesNotContain(FINGERPRINT));
    }

    @Test
    void theSchemaServedAgreesWithEverySampleReport() throws IOException {
        Path schema = directory.resolve("served.xsd");
        curl("xsd", "--output", schema.toString());
        var command = new ArrayList<>(List.of("xmllint", "--noout", "--nonet", "--schema", schema.toString()));
        var samples = SyntheticReports.seeded(1).asOf(clock.instant()).take(400);
        for (var sample : samples) {
            command.add(Files.writeString(directory.resolve("sample" + sample.number() + ".xml"), sample.xml())
                    .toString());
        }
        assertThat(samples.stream().map(sample -> sample.category()).distinct()).hasSizeGreaterThan(4);
        assertThat(samples.stream().map(sample -> sample.sender()).distinct()).hasSizeGreaterThan(4);
        Said said = run(command);
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text().lines().filter(line -> line.endsWith(" validates")))
                .hasSize(400);
        command.add(
                Files.writeString(directory.resolve("wrong.xml"), "<report/>").toString());
        assertThat(run(command).exit()).isNotZero();
    }
}
