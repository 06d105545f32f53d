// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalation.Reason;
import org.harborline.intake.RefusedEscalation.Unfinished;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// Escalations that were opened and stay unfinished: heard of while their sender can still finish them.
@SpringBootTest(properties = ReportFilingTests.Time.NO_PAGING)
@Import(ReportFilingTests.Time.class)
class UnfinishedEscalationTests {

    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Actor SYSTEM = Actor.system("intake-tests");
    private static final Actor DUTY_OFFICER =
            new Actor("duty-1", ActorKind.STAFF, Set.of(Permission.PAGE_ACKNOWLEDGE), null, null);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Filings filings;

    @Autowired
    private RefusedEscalations refused;

    @Autowired
    private Reports reports;

    @Autowired
    private WarnOfUnfinished warn;

    @Autowired
    private ExpireReports expire;

    @Autowired
    private ReportTable table;

    @Autowired
    private RefusalTable refusalTable;

    @Autowired
    private Refusals refusals;

    @Autowired
    private Writing writing;

    @Autowired
    private MovableClock clock;

    private final Actor provider = new Actor(
            "credential-1",
            ActorKind.PROVIDER,
            Set.of(Permission.REPORT_FILE),
            RecordRef.of("provider", Ids.next()),
            Purpose.REPORTING_OBLIGATION);

    private ReportNumber open(String sample) {
        FilingAnswer answer = filings.submit(provider, document(SampleDocuments.text(sample)));
        assertThat(answer.code()).as(answer.description()).isEqualTo(WireCode.SUCCESS);
        return Objects.requireNonNull(answer.report());
    }

    private static SentDocument document(String text) {
        return new SentDocument("Example Chat", text.getBytes(StandardCharsets.UTF_8), "UTF-8");
    }

    private List<RefusedEscalation> mine() {
        UUID sender = UUID.fromString(provider.party().id());
        List<RefusedEscalation> mine = new ArrayList<>();
        UUID after = null;
        List<RefusedEscalation> page;
        do {
            page = refused.list(DUTY_OFFICER, after, 200);
            page.stream().filter(one -> one.provider().equals(sender)).forEach(mine::add);
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == 200);
        return mine;
    }

    @Test
    void isListedOnceWhenItHasBeenOpenForAQuarterOfAnHour() {
        Instant opened = clock.instant();
        ReportNumber number;
        try (var _ = MDC.putCloseable("requestId", "request-of-the-submit")) {
            number = open("enticement");
            open("minimal");
        }
        clock.move(SOON.minusNanos(1000));
        warn.run();
        assertThat(mine()).as("a moment before").isEmpty();

        clock.move(Duration.ofNanos(1000));
        warn.run();
        clock.move(SOON);
        warn.run();

        assertThat(mine()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.UNFINISHED);
            assertThat(one.report()).isEqualTo(number);
            assertThat(one.requestId()).isEqualTo("request-of-the-submit");
            assertThat(one.refusedAt()).isEqualTo(opened.plus(SOON));
            assertThat(one.unfinished())
                    .isEqualTo(new Unfinished(ReportState.OPEN, opened.plus(Duration.ofHours(24)), null));
        });
    }

    @Test
    void showsTheTimeAtWhichItExpiresNow() {
        ReportNumber number = open("enticement");
        clock.move(SOON);
        warn.run();
        clock.move(Duration.ofHours(23).plusMinutes(30));
        String item = SampleDocuments.text("item").replace("<reportId>1<", "<reportId>" + number + "<");
        assertThat(filings.describeItem(provider, document(item)).code()).isEqualTo(WireCode.SUCCESS);

        assertThat(mine())
                .singleElement()
                .extracting(one -> Objects.requireNonNull(one.unfinished()).expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void isMarkedAsSettledWhenItsSenderFinishesOrRetractsIt() {
        ReportNumber finished = open("enticement");
        ReportNumber retracted = open("enticement");
        clock.move(SOON);
        warn.run();
        assertThat(mine()).hasSize(2).noneMatch(RefusedEscalation::settled);

        clock.move(Duration.ofMinutes(1));
        assertThat(filings.finish(provider, finished.value()).code()).isEqualTo(WireCode.SUCCESS);
        assertThat(filings.retract(provider, retracted.value()).code()).isEqualTo(WireCode.SUCCESS);

        assertThat(mine()).hasSize(2).allMatch(RefusedEscalation::settled).allSatisfy(one -> {
            Unfinished how = Objects.requireNonNull(one.unfinished());
            assertThat(how.state())
                    .isEqualTo(finished.equals(one.report()) ? ReportState.FINISHED : ReportState.RETRACTED);
            assertThat(how.endedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void saysOnThePageWhenItExpiresAndThatItIsSettled() {
        ReportNumber number = open("enticement");
        clock.move(SOON);
        warn.run();
        assertThat(rowOf(number, "en")).contains("not finished yet; it expires", "UTC</time>", "call");
        assertThat(rowOf(number, "es")).contains("aún sin terminar; caduca", "UTC</time>", "llame");

        assertThat(filings.finish(provider, number.value()).code()).isEqualTo(WireCode.SUCCESS);

        assertThat(rowOf(number, "en"))
                .contains("finished by its sender", "not needed any more")
                .doesNotContain("not finished yet", "call");
        assertThat(rowOf(number, "es")).contains("terminado por su remitente", "ya no hace falta");
    }

    private String rowOf(ReportNumber number, String language) {
        var mvc = MockMvcTester.from(
                context,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        var page = mvc.get()
                .uri("/refused")
                .header("Accept-Language", language)
                .with(authentication(new ActorAuthentication(DUTY_OFFICER)))
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .transform(text -> Stream.of(text.split("<tr>", -1))
                        .filter(row -> row.contains(number.toString()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void givesItsPlaceToTheOneThatExpired() {
        ReportNumber number = open("enticement");
        clock.move(SOON);
        warn.run();
        clock.move(Duration.ofHours(24));
        expire.run();
        warn.run();

        assertThat(mine()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.EXPIRED);
            assertThat(one.report()).isEqualTo(number);
            assertThat(one.settled()).isFalse();
        });
    }

    /// As after a long stop of the server, when the clock of expiry has not yet run either.
    @Test
    void isNotAskedForWhenItsTimeIsOver() {
        open("enticement");
        clock.move(Duration.ofHours(25));
        warn.run();
        assertThat(mine()).extracting(RefusedEscalation::reason).containsExactly(Reason.EXPIRED);
    }

    /// The list of the duty officer asks nobody to have looked before.
    @Test
    void isListedAtTheMomentItIsDueWithoutAnyJob() {
        Instant opened = clock.instant();
        open("enticement");
        clock.move(SOON.minusNanos(1000));
        assertThat(mine()).as("a moment before").isEmpty();
        clock.move(Duration.ofNanos(1000));
        assertThat(mine())
                .extracting(RefusedEscalation::reason, RefusedEscalation::refusedAt)
                .containsExactly(tuple(Reason.UNFINISHED, opened.plus(SOON)));

        clock.move(Duration.ofHours(24).minus(SOON).minusNanos(1000));
        assertThat(mine()).extracting(RefusedEscalation::reason).containsExactly(Reason.UNFINISHED);
        clock.move(Duration.ofNanos(1000));
        assertThat(mine())
                .extracting(RefusedEscalation::reason, RefusedEscalation::refusedAt)
                .containsExactly(tuple(Reason.EXPIRED, opened.plus(Duration.ofHours(24))));
    }

    /// What was listed before is read also when what is due now cannot be taken up.
    @Test
    void isListedThoughAnotherCannotBeTakenUp() {
        open("enticement");
        clock.move(SOON);
        warn.run();
        var stuck = new WarnOfUnfinished(table, refusals, writing, new WarnSettings(SOON)) {
            @Override
            void run() {
                throw new IllegalStateException("a report whose key cannot be opened");
            }
        };
        assertThat(new RefusedList(refusalTable, expire, stuck).list(DUTY_OFFICER, null, 1))
                .hasSize(1);
    }

    /// Reading the list ends what concerns it; all else waits for the job.
    @Test
    void leavesOtherReportsToTheClockOfExpiry() {
        ReportNumber ordinary = open("minimal");
        open("enticement");
        clock.move(Duration.ofHours(24));
        assertThat(mine()).hasSize(1);
        assertThat(reports.find(SYSTEM, ordinary).orElseThrow().state()).isEqualTo(ReportState.OPEN);
        expire.run();
        assertThat(reports.find(SYSTEM, ordinary).orElseThrow().state()).isEqualTo(ReportState.EXPIRED);
    }

    @Test
    void areAllListedHoweverMany() {
        for (int i = 0; i < WarnOfUnfinished.AT_ONCE + 1; i++) {
            open("enticement");
        }
        clock.move(SOON);
        warn.run();
        List<RefusedEscalation> first = refused.list(DUTY_OFFICER, null, WarnOfUnfinished.AT_ONCE);
        List<RefusedEscalation> next =
                refused.list(DUTY_OFFICER, first.getLast().id(), 1);
        assertThat(first).hasSize(WarnOfUnfinished.AT_ONCE).allMatch(this::isMine);
        assertThat(next).singleElement().matches(this::isMine);
    }

    private boolean isMine(RefusedEscalation one) {
        return one.reason() == Reason.UNFINISHED
                && one.provider().toString().equals(provider.party().id());
    }

    @Test
    void areWaitedForNoLongerThanASenderHasToAnswer() {
        assertThat(new WarnSettings(Duration.ofHours(12)).unfinishedAfter()).isEqualTo(Duration.ofHours(12));
        for (Duration wrong : List.of(
                Duration.ZERO, Duration.ofMinutes(-1), Duration.ofHours(12).plusMillis(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WarnSettings(wrong))
                    .withMessageContaining("harborline.intake.unfinished-after");
        }
    }
}
