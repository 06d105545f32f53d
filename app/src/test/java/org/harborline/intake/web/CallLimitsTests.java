// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.harborline.intake.MovableClock;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.SampleDocuments;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// Calls beyond a limit of three at once, one more each second: the real filters and handlers, behind a door with a
/// clock of its own.
class CallLimitsTests extends ReportApiCase {

    private static final String ESCALATED = ", \"escalateToHighPriority\": \"[synthetic reason 5]\"";
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");

    @Autowired
    private WebApplicationContext server;

    @Autowired
    private ApiProblems problems;

    @Autowired
    private Verifications verifications;

    private final MovableClock limitClock = new MovableClock();
    private MockMvcTester door;

    @BeforeEach
    void aNarrowDoor() {
        var limits = new CallLimits(1, 3, limitClock);
        door = MockMvcTester.from(
                server,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .addFilters(new ProviderDoor(organisations, new BodyRoom(Duration.ZERO), limits, problems))
                        .build());
    }

    private MvcTestResult call(HttpMethod method, String path, String type, String body) {
        return door.method(method)
                .uri(path)
                .header("Authorization", authorization)
                .contentType(type)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private MvcTestResult look() {
        return call(HttpMethod.GET, "/api/v1/reports", "application/json", "");
    }

    private MvcTestResult fileJson(String body) {
        return call(HttpMethod.POST, "/api/v1/reports", "application/json", body);
    }

    private MvcTestResult xml(String path, String body) {
        return call(HttpMethod.POST, "/ispws/" + path, "text/xml", body);
    }

    private MvcTestResult form(String path, long number) {
        return call(HttpMethod.POST, "/ispws/" + path, "application/x-www-form-urlencoded", "id=" + number);
    }

    private String recent(String sample) {
        return SampleDocuments.text(sample)
                .replaceAll(
                        "(?<=<incidentDateTime>)[^<]+",
                        clock.instant()
                                .minus(2, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    private void useUp() {
        for (int i = 0; i < 3; i++) {
            assertThat(look()).hasStatusOk();
        }
    }

    private static void assertStopped(MvcTestResult json) {
        assertThat(json).hasStatus(429).hasContentTypeCompatibleWith("application/problem+json");
        assertThat(json).headers().hasValue("Retry-After", 1);
        assertThat(json).bodyText().contains("\"code\":1000", "Too many calls");
    }

    private static void assertStoppedXml(MvcTestResult xml) {
        assertThat(xml).hasStatus(429).hasContentTypeCompatibleWith("application/xml");
        assertThat(xml).headers().hasValue("Retry-After", 1);
        assertThat(xml)
                .bodyText()
                .contains("<reportResponse>", "<responseCode>1000</responseCode>")
                .containsPattern("<responseDescription>Too many calls[^<]+<");
    }

    private static void assertCode(MvcTestResult xml, int code) {
        assertThat(xml).bodyText().contains("<responseCode>" + code + "</responseCode>");
    }

    private static long number(MvcTestResult xml) {
        assertCode(xml, 0);
        var found = NUMBER.matcher(new String(xml.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void everyAnswerSaysWhatIsLeftAndTimeGivesItBack() {
        assertThat(look())
                .headers()
                .hasValue("RateLimit-Policy", "\"calls\";q=3;w=3")
                .hasValue("RateLimit", "\"calls\";r=2;t=1");
        assertThat(xml("submit", "no xml")).headers().hasValue("RateLimit", "\"calls\";r=1;t=2");
        assertThat(fileJson("no json")).headers().hasValue("RateLimit", "\"calls\";r=0;t=3");
        assertStopped(look());
        limitClock.move(Duration.ofSeconds(1));
        assertThat(look()).hasStatusOk();
        assertStopped(look());
        limitClock.move(Duration.ofSeconds(2));
        useUpTwo();
        assertStopped(look());
    }

    private void useUpTwo() {
        assertThat(look()).hasStatusOk();
        assertThat(look()).hasStatusOk();
    }

    @Test
    void theRealDoorSaysItToo() {
        assertThat(get("/reports").headers().firstValue("RateLimit-Policy")).contains("\"calls\";q=20000;w=10");
        assertThat(get("/reports").headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).matches("\"calls\";r=199\\d\\d;t=1"));
    }

    @Test
    void anotherCompanyHasALimitOfItsOwn() {
        useUp();
        assertStopped(look());
        register();
        assertThat(look()).hasStatusOk();
    }

    @Test
    void whatIsBeyondTheLimitIsNotDone() {
        useUp();
        assertStopped(fileJson(report("", "")));
        assertStopped(call(HttpMethod.GET, "/api/v1/reports/1", "application/json", ""));
        assertStopped(call(HttpMethod.GET, "/api/v1/reports/1/receipt", "application/json", ""));
        assertStopped(call(HttpMethod.GET, "/api/v1/webhook", "application/json", ""));
        assertStopped(call(HttpMethod.GET, "/api/v1/nowhere", "application/json", ""));
        assertStoppedXml(xml("submit", recent("minimal")));
        assertStoppedXml(call(HttpMethod.GET, "/ispws/status", "text/xml", ""));
        assertStoppedXml(call(HttpMethod.GET, "/ispws/xsd", "text/xml", ""));
        assertThat(count()).isZero();
    }

    @Test
    void aReportThatDoesNotEscalateWaitsToBeFinished() {
        long open = number(xml("submit", recent("minimal")));
        useUpTwo();
        assertStoppedXml(xml("fileinfo", item(open)));
        assertStoppedXml(form("finish", open));
        assertStoppedXml(form("retract", open));
        limitClock.move(Duration.ofSeconds(1));
        assertCode(form("finish", open), 0);
    }

    private static String item(long number) {
        return "<fileDetails><reportId>" + number + "</reportId><fileId>kept-1</fileId></fileDetails>";
    }

    /// Nothing that stands between a company and us stops an escalation, even all of it together: here a company that
    /// somebody doubts, that never showed that its client works, and that has used up its calls.
    @Test
    void anEscalatedReportIsFiledWhateverStandsAgainstItsSender() {
        var company = new ProviderId(provider);
        var before = organisations.findProvider(SYSTEM, company).orElseThrow();
        verifications.suspend(SYSTEM, company, before.version());
        assertThat(organisations.findProvider(SYSTEM, company).orElseThrow().standing())
                .isEqualTo(Standing.SUSPENDED);
        useUp();
        assertStopped(fileJson(report("", "")));

        assertThat(fileJson(report(ESCALATED, ""))).hasStatus(201);
        assertThat(fileJson(report(ESCALATED.replace("ToHigh", "To\\u0048igh"), "")))
                .as("a name may be escaped")
                .hasStatus(201);
        long open = number(xml("submit", recent("enticement")));
        assertCode(xml("fileinfo", item(open)), 0);
        assertCode(form("finish", open), 0);
        assertCode(form("finish", open), 5102);

        assertStopped(fileJson(report("", "")));
        assertStoppedXml(xml("submit", recent("minimal")));
        assertThat(count()).isEqualTo(3);
        var filed = new ReportNumber(open);
        assertThat(reports.find(SYSTEM, filed).orElseThrow().state()).isEqualTo(ReportState.FINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"escalateToHighPriorty", "escalate_to_high_priority", "isUrgent"})
    void anEscalationUnderAWrongNameIsHeardBeyondTheLimit(String name) {
        useUp();
        assertThat(fileJson(report(", \"" + name + "\": \"[synthetic reason 5]\"", "")))
                .hasStatus(400);
        assertCode(xml("submit", recent("enticement").replace("escalateToHighPriority", name)), 4100);
        assertThat(refused.list(SYSTEM, null, 200))
                .filteredOn(one -> one.provider().equals(provider))
                .extracting(RefusedEscalation::reason)
                .contains(RefusedEscalation.Reason.INVALID);
    }
}
