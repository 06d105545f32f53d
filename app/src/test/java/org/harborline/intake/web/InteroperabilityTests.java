// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.intake.web.ProviderClient.assertAnswer;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ItemRelevance;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.registry.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What clients of this interface are known to do and to trip over, over a real connection.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InteroperabilityTests {

    private static final Actor SYSTEM = Actor.system("interoperability-tests");
    private static final String VIRAL = "<fileAnnotations><viral/></fileAnnotations>";

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Reports reports;

    @Autowired
    private RefusedEscalations refused;

    private ProviderClient client;

    @BeforeEach
    void register() {
        client = new ProviderClient(port, clock, organisations);
    }

    private ReceivedReport received(long number) {
        assertAnswer(client.finish(number), 200, 0);
        var report = new ReportNumber(number);
        return reports.open(SYSTEM, List.of(report)).get(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml; charset=utf-8", "text/plain", "text/plain;charset=UTF-8"})
    void takesBodiesWithAndWithoutDeclarationAndHint(String type) {
        String bare = client.recent("minimal").strip();
        String hinted = bare.replace(
                "<report>",
                "<report xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:noNamespaceSchemaLocation=\"https://report.example/ispws/xsd\">");
        String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        for (String body : List.of(bare, hinted, declaration + bare, declaration + hinted, "\uFEFF" + bare)) {
            assertAnswer(client.post("submit", type, BodyPublishers.ofString(body)), 200, 0);
        }
    }

    @Test
    void takesATimeLittleAheadAndSaysSo() {
        var ahead = client.submit(client.at("minimal", clock.instant().plus(Duration.ofMinutes(2))));
        assertAnswer(ahead, 200, 0);
        assertThat(ahead.body()).contains("Note: [1,", "incidentDateTime: lies ahead of the clock of this server");
        assertThat(client.submit(client.recent("minimal")).body()).doesNotContain("Note:");
        var farAhead = client.submit(client.at("minimal", clock.instant().plus(Duration.ofMinutes(20))));
        assertAnswer(farAhead, 400, 4100);
        assertThat(farAhead.body()).contains("incidentDateTime: must be in the past");
    }

    @Test
    void explainsASpaceInALocation() {
        var answer = client.submit(
                client.recent("minimal")
                        .replace(
                                "<reporter>",
                                "<internetDetails><webPageIncident><url>https://a.example/a b</url></webPageIncident></internetDetails><reporter>"));
        assertAnswer(answer, 400, 4100);
        assertThat(answer.body()).contains("Validation failed", "url: ", "write a space as %20");
    }

    @Test
    void namesASecondCaptureAsOneTooMany() {
        long number = client.opened(client.recent("minimal"));
        String capture = "<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent>";
        var answer = client.describe(number, "<fileId>item-1</fileId>" + capture + capture);
        assertAnswer(answer, 400, 4100);
        assertThat(answer.body()).contains("ipCaptureEvent: is one too many").doesNotContain("deviceId");
    }

    @Test
    void takesTheMarksOfThisYear() {
        long number = client.opened(
                client.recent("minimal")
                        .replace(
                                "<incidentDateTime>",
                                "<reportAnnotations><instrumentalUse/><informational/><potentialAggravatingFactors/></reportAnnotations><incidentDateTime>")
                        .replace(
                                "</report>",
                                "<victim><victimPerson><age>12</age><ageAssertionDiscrepancy>true</ageAssertionDiscrepancy></victimPerson></victim></report>"));
        ReceivedReport report = received(number);
        assertThat(report.annotations())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("instrumentalUse", "informational", "potentialAggravatingFactors");
        assertThat(report.parties())
                .singleElement()
                .satisfies(party -> assertThat(party.ageAssertionDiscrepancy()).isTrue());
    }

    @Test
    void filesABatchedReportWithItsOneItem() {
        long number = client.opened(client.recent("batched"));
        assertAnswer(client.describe(number, "<fileId>item-1</fileId>"), 400, 4100);
        assertAnswer(client.describe(number, "<fileId>item-1</fileId>" + VIRAL), 200, 0);
        ReceivedReport report = received(number);
        assertThat(report.batched()).isTrue();
        assertThat(report.parties()).hasSize(2);
    }

    @Test
    void refusesABatchedReportWithTwoItemsWhenItIsFinished() {
        long number = client.opened(client.recent("batched"));
        assertAnswer(client.describe(number, "<fileId>item-1</fileId>" + VIRAL), 200, 0);
        assertAnswer(client.describe(number, "<fileId>item-2</fileId>" + VIRAL), 200, 0);
        var finished = client.finish(number);
        assertAnswer(finished, 400, 4100);
        assertThat(finished.body()).contains("batchedReport: a batched report may have one item");
        assertAnswer(
                client.post("retract", "application/x-www-form-urlencoded", BodyPublishers.ofString("id=" + number)),
                200,
                0);
    }

    private ReceivedReport.Item item(String said) {
        return received(described(said)).items().getFirst();
    }

    private long described(String said) {
        long number = client.opened(client.recent("minimal"));
        assertAnswer(client.describe(number, "<fileId>item-1</fileId>" + said), 200, 0);
        return number;
    }

    @Test
    void keepsWhatIsNotSaidOfAnItemApartFromNo() {
        ReceivedReport.Item silent = item("");
        assertThat(silent.reference()).isEqualTo("item-1");
        assertThat(silent.viewedByProvider()).isNull();
        assertThat(silent.exifViewedByProvider()).isNull();
        assertThat(silent.publiclyAvailable()).isNull();
        assertThat(silent.potentialMeme()).isNull();
        assertThat(silent.uploadedAt()).isNull();
        assertThat(silent.relevance()).isNull();
        assertThat(silent.flags()).isEmpty();

        ReceivedReport.Item no = item("<fileViewedByEsp>false</fileViewedByEsp><exifViewedByEsp>false</exifViewedByEsp>"
                + "<publiclyAvailable>false</publiclyAvailable><potentialMeme>false</potentialMeme>");
        assertThat(no.viewedByProvider()).isFalse();
        assertThat(no.exifViewedByProvider()).isFalse();
        assertThat(no.publiclyAvailable()).isFalse();
        assertThat(no.potentialMeme()).isFalse();
        assertThat(no.flags()).isEmpty();

        ReceivedReport.Item yes = item(
                "<uploadedToEspTimestamp>2026-01-02T03:04:05+02:00</uploadedToEspTimestamp>"
                        + "<fileViewedByEsp>true</fileViewedByEsp><exifViewedByEsp>true</exifViewedByEsp>"
                        + "<publiclyAvailable>true</publiclyAvailable><fileRelevance>Supplemental Reported</fileRelevance>"
                        + "<fileAnnotations><viral/><generativeAi/><possibleSelfProduction/><liveStreaming/></fileAnnotations>");
        assertThat(yes.viewedByProvider()).isTrue();
        assertThat(yes.exifViewedByProvider()).isTrue();
        assertThat(yes.publiclyAvailable()).isTrue();
        assertThat(yes.relevance()).isEqualTo(ItemRelevance.SUPPLEMENTAL);
        assertThat(yes.uploadedAt())
                .satisfies(time -> assertThat(time.original()).isEqualTo("2026-01-02T03:04:05+02:00"));
        assertThat(yes.flags())
                .extracting(Object::toString)
                .contains("viral", "generativeAi", "possibleSelfProduction", "liveStreaming");
        assertThat(item("<fileAnnotations><potentialMeme/></fileAnnotations>").potentialMeme())
                .isTrue();
    }

    @Test
    void keepsWhereAnItemIsAndWhoSentIt() {
        ReceivedReport report = received(described("<locationOfFile>https://files.example/1</locationOfFile>"
                + "<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress><eventName>Upload</eventName></ipCaptureEvent>"
                + "<deviceId><idType>IMEI</idType><idValue>490154203237518</idValue></deviceId>"
                + "<additionalInfo>[synthetic narrative 1]</additionalInfo>"));
        assertThat(report.identifiers())
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(IdentifierKind.URL);
                    assertThat(one.value()).isEqualTo("https://files.example/1");
                })
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(IdentifierKind.IP_ADDRESS);
                    assertThat(one.event()).isEqualTo(CaptureEvent.UPLOAD);
                })
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(IdentifierKind.DEVICE_ID);
                    assertThat(one.value()).isEqualTo("490154203237518");
                });
        assertThat(report.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.text()).isEqualTo("[synthetic narrative 1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<fileName>x.bin</fileName>",
                "<originalFileName>x.bin</originalFileName>",
                "<industryClassification>A1</industryClassification>",
                "<originalFileHash hashType=\"MD5\">x</originalFileHash>",
                "<details><nameValuePair><name>x</name><value>y</value></nameValuePair></details>",
                "<fileAnnotations><infant/></fileAnnotations>"
            })
    void countsWhatItDropsOfAnItem(String said) {
        long number = described(said);
        ReceivedReport report = received(number);
        assertThat(report.items().getFirst().flags()).isEmpty();
        assertThat(report.identifiers()).noneMatch(one -> one.path().contains("fileDetails"));
        assertThat(reports.find(SYSTEM, report.number()).orElseThrow().dropped())
                .isEqualTo(1);
    }

    private void readLeniently() {
        var provider = organisations.findProvider(SYSTEM, client.provider()).orElseThrow();
        organisations.readDocuments(SYSTEM, provider.id(), provider.version(), true);
    }

    @Test
    void readsASenderLenientlyOnlyWhenStaffHasSaidSo() {
        String newer = client.recent("minimal")
                .replaceFirst("(<incidentType>.*</incidentType>)(<incidentDateTime>.*</incidentDateTime>)", "$2$1")
                .replace("</report>", "<newThing>[synthetic narrative 2]</newThing></report>");
        assertAnswer(client.submit(newer), 400, 4100);

        readLeniently();
        var answer = client.submit(newer);
        assertAnswer(answer, 200, 0);
        assertThat(answer.body())
                .contains("incidentType: was moved", "newThing: is not known to this schema; kept as unrecognised")
                .doesNotContain("synthetic");
        assertThat(received(client.opened(newer)).texts()).singleElement().satisfies(text -> {
            assertThat(text.section().value()).isEqualTo("unrecognised");
            assertThat(text.text()).isEqualTo("report/newThing: [synthetic narrative 2]");
        });
        long number = client.opened(client.recent("minimal"));
        var item = client.describe(number, "<newThing>x</newThing><fileId>item-1</fileId>");
        assertAnswer(item, 200, 0);
        assertThat(item.body()).contains("newThing: is not known to this schema");
    }

    @Test
    void tellsTheDutyOfficerOfAnEscalationThatLenientReadingCouldHide() {
        readLeniently();
        String hidden = client.recent("minimal")
                .replace(
                        "</report>",
                        "<newThing><escalateToHighPriority>x</escalateToHighPriority></newThing></report>");
        assertAnswer(client.submit(hidden), 400, 4100);
        assertThat(refused.list(SYSTEM, null, 200).stream()
                        .filter(one -> one.provider().equals(client.provider().value()))
                        .map(RefusedEscalation::reason))
                .containsExactly(RefusedEscalation.Reason.INVALID);
    }
}
