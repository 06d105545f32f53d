// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.access.Role;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.ConformanceRuns;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Keyset;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.registry.Admissions;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ConformanceCertificate;
import org.harborline.registry.CredentialId;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ConformanceRunsTests {

    private static final Actor SELF = Actor.system("test");

    @Autowired
    ConformanceRuns runs;

    @Autowired
    Filings filings;

    @Autowired
    Organisations organisations;

    @Autowired
    Verifications verifications;

    @Autowired
    Admissions admissions;

    @Autowired
    Keyset keyset;

    @Autowired
    Clock clock;

    private final String code = "conf-" + UUID.randomUUID();
    private ProviderId company = new ProviderId(new UUID(0, 0));
    private CredentialId credential = new CredentialId(new UUID(0, 0));
    private Actor keeper = SELF;
    private Actor client = SELF;

    @BeforeEach
    void join() {
        company = organisations.registerProvider(SELF, new RegisterProvider(code, "Conforming", List.of()));
        credential = organisations
                .issueCredential(SELF, new IssueCredential(company, false, null))
                .id();
        keeper = new Actor(
                UUID.randomUUID().toString(),
                ActorKind.PROVIDER,
                Role.PROVIDER_ADMINISTRATOR.permissions(),
                company.ref(),
                null);
        client = client(credential);
    }

    private Actor client(CredentialId id) {
        return new Actor(
                id.toString(),
                ActorKind.PROVIDER,
                EnumSet.of(Permission.FILING_READ, Permission.REPORT_FILE),
                company.ref(),
                Purpose.REPORTING_OBLIGATION);
    }

    private SentDocument document(String summary, String details, String parties) {
        String when = clock.instant()
                .minus(Duration.ofHours(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String text = """
                <report><incidentSummary><incidentType>Online Enticement of Children for Sexual Acts</incidentType>%s\
                <incidentDateTime>%s</incidentDateTime></incidentSummary>%s<reporter><reportingPerson>\
                <email>desk@provider.example</email></reportingPerson></reporter>%s</report>""".formatted(summary, when, details, parties);
        return new SentDocument("Conforming", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private SentDocument minimal() {
        return document("", "", "");
    }

    private long filed(SentDocument document) {
        long number = opened(document);
        assertThat(filings.finish(client, number).code()).isEqualTo(WireCode.SUCCESS);
        return number;
    }

    private long opened(SentDocument document) {
        FilingAnswer answer = filings.submit(client, document);
        assertThat(answer.report()).as(answer.description()).isNotNull();
        return answer.report().value();
    }

    private void doEverything() {
        filings.greeted(client);
        long first = filed(minimal());
        filed(
                document(
                        "",
                        "<internetDetails><webPageIncident><url>https://chat.example/1</url></webPageIncident></internetDetails>",
                        "<personOrUserReported><espIdentifier>user-1</espIdentifier><ipCaptureEvent><ipAddress>198.51.100.1</ipAddress>"
                                + "</ipCaptureEvent></personOrUserReported><additionalInfo>[synthetic narrative 1]</additionalInfo>"));
        filed(document("<escalateToHighPriority>[synthetic narrative 2]</escalateToHighPriority>", "", ""));
        assertThat(filings.submit(client, document("<unknown/>", "", "")).code())
                .isEqualTo(WireCode.VALIDATION_FAILED);
        filed(minimal());
        assertThat(filings.finish(client, first).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(filings.retract(client, opened(minimal())).code()).isEqualTo(WireCode.SUCCESS);
        filed(document(
                "", "", "<personOrUserReported><priorCTReports>" + first + "</priorCTReports></personOrUserReported>"));
        long last = opened(minimal());
        String item = "<fileDetails><reportId>" + last + "</reportId><fileId>kept-17</fileId></fileDetails>";
        assertThat(filings.describeItem(
                                client, new SentDocument("Conforming", item.getBytes(StandardCharsets.UTF_8), null))
                        .code())
                .isEqualTo(WireCode.SUCCESS);
    }

    private ConformanceRuns.Run run() {
        return runs.newest(keeper).orElseThrow();
    }

    private long version() {
        return verifications.of(SELF, company).version();
    }

    @Test
    void eachCaseIsRecognisedAsItHappensAndNothingElseIs() {
        runs.begin(keeper, credential, code);
        filings.greeted(client);
        assertThat(run().done()).containsExactly(ConformanceCase.STATUS);
        long number = opened(minimal());
        assertThat(run().done()).as("opened is not filed").containsExactly(ConformanceCase.STATUS);
        filings.finish(client, number);
        assertThat(run().done()).containsExactlyInAnyOrder(ConformanceCase.STATUS, ConformanceCase.MINIMAL);

        var other = organisations
                .issueCredential(SELF, new IssueCredential(company, false, null))
                .id();
        assertThat(filings.finish(client(other), number).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(run().done()).as("another credential is not watched").hasSize(2);
        assertThat(runs.certificate(keeper)).isEmpty();
    }

    @Test
    void withTheLastCaseTheRunIsPassedAndItsCertificateLetsAVerifiedCompanyGoLive() {
        runs.begin(keeper, credential, code);
        doEverything();
        assertThat(run().done()).containsExactlyInAnyOrder(ConformanceCase.values());
        String certificate = runs.certificate(keeper).orElseThrow();

        assertThatThrownBy(() -> admissions.goLive(keeper, company, version()))
                .hasMessageContaining("company-standing");
        verify();
        assertThatThrownBy(() -> admissions.goLive(keeper, company, version()))
                .hasMessageContaining("company-not-conforming");
        admissions.accept(keeper, company, "\r\n  " + certificate.replace("\n", " \r\n\r\n"), version());
        admissions.goLive(keeper, company, version());
        assertThat(organisations.findProvider(SELF, company).orElseThrow().standing())
                .isEqualTo(Standing.LIVE);
    }

    private void verify() {
        var first = clerk("clerk-x");
        for (CheckItem item : CheckItem.values()) {
            verifications.check(first, company, item, "looked at", version());
        }
        verifications.agree(first, company, "number 17", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), null);
        verifications.approve(first, company, version());
        verifications.approve(clerk("clerk-y"), company, version());
    }

    private static Actor clerk(String id) {
        return new Actor(
                id,
                ActorKind.STAFF,
                EnumSet.of(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE, Permission.PROVIDER_APPROVE),
                null,
                Purpose.OPERATION);
    }

    @Test
    void aCertificateThatWasChangedOrIsForAnotherOrIsOldIsRefused() {
        var now = clock.instant();
        String good = certificate(code, now);
        admissions.accept(keeper, company, good, version());
        for (String bad : List.of(
                good.replace("passed: 20", "passed: 19"),
                good.replace("STATUS", "STATU5"),
                good.substring(0, good.length() / 2),
                "",
                certificate("another-company", now),
                certificate(code, now.plus(Duration.ofDays(1))),
                certificate(code, now.minus(Duration.ofDays(181))))) {
            assertThatThrownBy(() -> admissions.accept(keeper, company, bad, version()))
                    .hasMessageContaining("conformance-certificate-unusable");
        }
    }

    private String certificate(String company, java.time.Instant passedAt) {
        return new ConformanceCertificate(company, UUID.randomUUID(), passedAt, List.of("STATUS"))
                .text(keyset.signer());
    }

    @Test
    void nobodyElseBeginsARunOrReadsOne() {
        var strange = new Actor(
                UUID.randomUUID().toString(),
                ActorKind.PROVIDER,
                Role.PROVIDER_ADMINISTRATOR.permissions(),
                new ProviderId(UUID.randomUUID()).ref(),
                null);
        assertThatThrownBy(() -> runs.begin(strange, credential, code)).hasMessageContaining("not-found");
        var reporter = new Actor(
                UUID.randomUUID().toString(),
                ActorKind.PROVIDER,
                Role.PROVIDER_REPORTER.permissions(),
                company.ref(),
                null);
        assertThatThrownBy(() -> runs.begin(reporter, credential, code)).hasMessageContaining("not-found");
        assertThat(runs.begin(client, credential, code)).as("the client itself").isNotNull();
    }

    @Test
    void noStandingAndNoMissingRunStopsAnEscalatedReport() {
        var urgent = document("<escalateToHighPriority>[synthetic narrative 3]</escalateToHighPriority>", "", "");
        assertThat(runs.newest(keeper)).isEmpty();
        assertThat(verifications.of(SELF, company).agreements())
                .as("no agreement")
                .isEmpty();
        filed(urgent);
        verifications.suspend(clerk("clerk-z"), company, version());
        filed(urgent);
    }
}
