// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.ConformanceRuns;
import org.harborline.intake.FiledAnswer;
import org.harborline.intake.OneCallFilings;
import org.harborline.intake.SentFiling;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.registry.CredentialId;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Conformance runs of clients that file in one call.
@SpringBootTest
class ConformanceOneCallTests {

    private static final Actor SELF = Actor.system("test");

    @Autowired
    ConformanceRuns runs;

    @Autowired
    ConformanceWatch watch;

    @Autowired
    OneCallFilings filings;

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    private final String code = "json-" + UUID.randomUUID();
    private CredentialId credential = new CredentialId(new UUID(0, 0));
    private Actor client = SELF;

    @BeforeEach
    void join() {
        ProviderId company = organisations.registerProvider(SELF, new RegisterProvider(code, "Conforming", List.of()));
        credential = organisations
                .issueCredential(SELF, new IssueCredential(company, false, null))
                .id();
        client = new Actor(
                credential.toString(),
                ActorKind.PROVIDER,
                EnumSet.of(Permission.FILING_READ, Permission.REPORT_FILE),
                company.ref(),
                Purpose.REPORTING_OBLIGATION);
    }

    private FiledAnswer file(String key, String beside, String summary, String more) {
        String when = clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .toString();
        String json = """
                {%s "report": {%s
                  "reporter": {"reportingPerson": {"email": {"value": "desk@chat.example"}}},
                  "incidentSummary": {%s "incidentDateTime": "%s",
                                      "incidentType": "Online Enticement of Children for Sexual Acts"}}}
                """.formatted(beside, more, summary, when);
        return filings.file(client, new SentFiling("Conforming", json.getBytes(StandardCharsets.UTF_8), key));
    }

    private long filed(String beside, String summary, String more) {
        FiledAnswer answer = file(UUID.randomUUID().toString(), beside, summary, more);
        assertThat(answer).isInstanceOf(FiledAnswer.Filed.class);
        return ((FiledAnswer.Filed) answer).receipt().number().value();
    }

    private Set<ConformanceCase> done() {
        return runs.newest(client).orElseThrow().done();
    }

    @Test
    void aClientThatFilesInOneCallAlonePasses() {
        runs.begin(client, credential, code);
        var _ = filings.list(client, 0, 1);
        assertThat(done()).containsExactly(ConformanceCase.STATUS);

        long first = filed("", "", "");
        assertThat(done()).containsExactlyInAnyOrder(ConformanceCase.STATUS, ConformanceCase.MINIMAL);
        filed("", "", """
                "personOrUserReported": [{"espIdentifier": "u-1", "ipCaptureEvent": {"ipAddress": "203.0.113.9"}}],
                "internetDetails": {"chatImIncident": {"chatClient": "Example Chat"}},
                "additionalInfo": "[synthetic narrative 1]",
                """);
        filed("", "\"escalateToHighPriority\": \"[synthetic narrative 2]\",", "");
        assertThat(done())
                .doesNotContain(ConformanceCase.CORRECTED)
                .contains(ConformanceCase.FULL, ConformanceCase.ESCALATED);
        assertThat(file("key-1", "", "\"unknown\": 1,", "")).isInstanceOf(FiledAnswer.Refused.class);
        assertThat(file("key-2", "", "", "")).isInstanceOf(FiledAnswer.Filed.class);
        assertThat(done()).contains(ConformanceCase.CORRECTED).doesNotContain(ConformanceCase.REPEATED);
        assertThat(file("key-2", "", "", "")).isInstanceOf(FiledAnswer.Filed.class);
        assertThat(done()).contains(ConformanceCase.REPEATED);
        filed("\"relation\": {\"kind\": \"correction\", \"of\": " + first + "},", "", "");
        filed("\"relation\": {\"kind\": \"supplement\", \"of\": " + first + "},", "", "");
        assertThat(done()).doesNotContain(ConformanceCase.ITEM);
        filed("\"items\": [{\"reference\": \"kept-17\"}],", "", "");

        assertThat(done()).containsExactlyInAnyOrder(ConformanceCase.values());
        assertThat(runs.certificate(client)).isPresent();
    }

    @Test
    void ofTheTwoLastCasesAtOnceOnePassesTheRun() throws Exception {
        var last = List.of(ConformanceCase.SUPPLEMENT, ConformanceCase.ITEM);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 25; round++) {
                runs.begin(client, credential, code);
                for (ConformanceCase one : EnumSet.complementOf(EnumSet.copyOf(last))) {
                    watch.saw(client, one);
                }
                var together = new CyclicBarrier(2);
                List<? extends Future<?>> shown = last.stream()
                        .map(one -> both.submit(() -> {
                            together.await();
                            watch.saw(client, one);
                            return null;
                        }))
                        .toList();
                for (Future<?> each : shown) {
                    each.get();
                }

                assertThat(runs.newest(client).orElseThrow().passedAt())
                        .as("round " + round)
                        .isNotNull();
            }
        }
    }
}
