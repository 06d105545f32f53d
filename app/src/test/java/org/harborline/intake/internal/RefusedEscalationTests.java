// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Escalations that did not become filed reports.
@SpringBootTest(properties = ReportFilingTests.Time.NO_PAGING)
@Import(ReportFilingTests.Time.class)
class RefusedEscalationTests {

    @Autowired
    private Filings filings;

    @Autowired
    private RefusedEscalations refused;

    @Autowired
    private ExpireReports expire;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    private final Actor provider = provider();

    private static Actor provider() {
        return new Actor(
                "credential-1",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE),
                RecordRef.of("provider", Ids.next()),
                Purpose.REPORTING_OBLIGATION);
    }

    private static SentDocument document(String text) {
        return new SentDocument("Example Chat", text.getBytes(StandardCharsets.UTF_8), "UTF-8");
    }

    private ReportNumber open(String sample) {
        FilingAnswer answer = filings.submit(provider, document(SampleDocuments.text(sample)));
        assertThat(answer.code()).as(answer.description()).isEqualTo(WireCode.SUCCESS);
        return Objects.requireNonNull(answer.report());
    }

    @Test
    void listsARefusedEscalationForTheDutyOfficerOnly() {
        int before = refused.list(dutyOfficer(), null, 200).size();
        String broken = SampleDocuments.text("enticement").replace("<age>16</age>", "<age>x</age>");
        FilingAnswer answer = filings.submit(provider, document(broken));
        assertThat(answer.code()).isEqualTo(WireCode.VALIDATION_FAILED);
        assertThat(answer.description()).startsWith("Validation failed\n[").contains("] - age: must be a whole number");
        assertThat(filings.submit(provider, document(SampleDocuments.text("minimal") + "<"))
                        .code())
                .isEqualTo(WireCode.MALFORMED_XML);
        var list = refused.list(dutyOfficer(), null, 200);
        assertThat(list).hasSize(before + 1);
        assertThat(list.getFirst().reason()).isEqualTo(RefusedEscalation.Reason.INVALID);
        assertThat(refused.list(dutyOfficer(), list.getFirst().id(), 200)).hasSize(before);
        assertThatThrownBy(() -> refused.list(provider, null, 10)).isInstanceOf(ProblemException.class);
    }

    @Test
    void triesOfOneSenderThatFailAlikeWithinMinutesAreOneRow() {
        String broken = SampleDocuments.text("enticement").replace("<age>16</age>", "<age>x</age>");
        for (int tries = 0; tries < 3; tries++) {
            assertThat(filings.submit(provider, document(broken)).code()).isEqualTo(WireCode.VALIDATION_FAILED);
        }
        assertThat(mine()).as("folded").hasSize(1);
        assertThat(filings.submit(provider, document(SampleDocuments.text("enticement") + "<"))
                        .code())
                .isEqualTo(WireCode.MALFORMED_XML);
        assertThat(mine()).as("another reason").hasSize(2);
        clock.move(Duration.ofMinutes(11));
        assertThat(filings.submit(provider, document(broken)).code()).isEqualTo(WireCode.VALIDATION_FAILED);
        assertThat(mine()).as("later").hasSize(3);
        assertThat(mine())
                .extracting(one -> database.sql(
                                "SELECT times FROM intake.refused_escalation WHERE refused_escalation_id = :id")
                        .param("id", one.id())
                        .query(Integer.class)
                        .single())
                .containsExactly(1, 1, 3);
    }

    private List<RefusedEscalation> mine() {
        UUID sender = UUID.fromString(provider.party().id());
        return refused.list(dutyOfficer(), null, 200).stream()
                .filter(one -> one.provider().equals(sender))
                .toList();
    }

    @Test
    void anExpiredEscalationCarriesTheRequestThatOpenedIt() {
        ReportNumber number;
        try (var _ = MDC.putCloseable("requestId", "request-of-the-submit")) {
            number = open("enticement");
        }
        clock.move(Duration.ofHours(25));
        expire.run();
        assertThat(mine()).singleElement().satisfies(one -> {
            assertThat(one.report()).isEqualTo(number);
            assertThat(one.requestId()).isEqualTo("request-of-the-submit");
        });
    }

    private static Actor dutyOfficer() {
        return new Actor("duty-1", ActorKind.STAFF, Set.of(Permission.PAGE_ACKNOWLEDGE), null, null);
    }
}
