// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.completeness.Rubric;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Journal;
import org.harborline.journal.internal.JournalControl;
import org.harborline.notices.Scorecard;
import org.harborline.notices.Scorecards;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NoticesTest
class ScorecardTests {

    private static final AtomicLong NUMBERS = new AtomicLong(7_500_000);
    private static final AtomicLong MONTHS = new AtomicLong();
    private static final Actor STAFF = Stage.staff(Permission.REGISTRY_READ);
    private static final Rubric RUBRIC = Rubrics.current();
    private static final String CHAT = "Example, \"Chat\"";

    @Autowired
    Stage.Director director;

    @Autowired
    Scorecards scorecards;

    @Autowired
    Organisations organisations;

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    private ProviderId company = new ProviderId(new UUID(0, 0));

    /// Of each test its own, so that no other test is a peer.
    private YearMonth month = YearMonth.of(2021, 1);

    @BeforeEach
    void aCompany() {
        company = organisations.registerProvider(
                Stage.OUTSIDE,
                new RegisterProvider(
                        "scored-" + UUID.randomUUID(), "Scored", List.of(new Provider.Offering(CHAT, "chat.example"))));
        month = YearMonth.of(2021, 1).plusMonths(MONTHS.getAndIncrement());
    }

    private static long lines(String... ids) {
        long set = 0;
        for (String id : ids) {
            set |= RUBRIC.line(Code.of(id)).orElseThrow().set();
        }
        return set;
    }

    private ReportFiled report(ProviderId sender, @Nullable ServiceId service, Instant at, long stated) {
        return new ReportFiled(
                        new ReportNumber(NUMBERS.incrementAndGet()),
                        sender.value(),
                        IncidentType.ENTICEMENT,
                        false,
                        false,
                        at)
                .of(service, RUBRIC.score(IncidentType.ENTICEMENT, false, stated));
    }

    private Instant at() {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private void file(List<ReportFiled> reports) {
        transactions.run(() -> reports.forEach(report -> journal.record(Stage.OUTSIDE, report)));
        director.settle();
    }

    private void file(ProviderId sender, int reports, long stated) {
        file(IntStream.range(0, reports)
                .mapToObj(_ -> report(sender, null, at(), stated))
                .toList());
    }

    private Scorecard card() {
        return scorecards.of(Stage.of(company), company, Optional.of(month));
    }

    @Test
    void sumsUpEachServiceByTheMonthOfFiling() {
        ServiceId chat = ServiceId.of(company, CHAT);
        long all = RUBRIC.applying(IncidentType.ENTICEMENT, false);
        ReportFiled full = report(company, chat, at(), all);
        ReportFiled noPort = report(company, chat, at().plus(Duration.ofDays(27)), all & ~lines("network-port"));
        ReportFiled nothing = report(company, null, at(), 0);
        file(List.of(full, noPort, nothing, report(company, chat, at().minusSeconds(1), 0)));
        file(List.of(report(company, chat, at(), all & ~lines("network-port", "network"))));

        Scorecard card = card();
        assertThat(card.ended()).isTrue();
        assertThat(card.services()).extracting(Scorecard.Card::service).containsExactly(chat, null);
        Scorecard.Card served = card.services().getFirst();
        assertThat(served.reports()).isEqualTo(3);
        assertThat(served.average()).isEqualTo((100 + 100 * 131 / 135 + 100 * 117 / 135 + 1) / 3);
        assertThat(served.missing())
                .extracting(one -> one.line().id().value(), Scorecard.Missing::reports, Scorecard.Missing::applied)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("network", 1L, 3L),
                        org.assertj.core.groups.Tuple.tuple("network-port", 2L, 3L));
        assertThat(served.missing().getLast().example()).isGreaterThan(noPort.report());
        assertThat(served.trend().subList(0, 3))
                .extracting(Scorecard.Step::month, Scorecard.Step::reports, Scorecard.Step::average)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(month, 3L, served.average()),
                        org.assertj.core.groups.Tuple.tuple(month.minusMonths(1), 1L, 0),
                        org.assertj.core.groups.Tuple.tuple(month.minusMonths(2), 0L, null));
        assertThat(card.trend().getFirst().reports()).isEqualTo(4);
        assertThat(card.services().getLast().average()).isZero();
        assertThat(card.services().getLast().missing())
                .hasSize(5)
                .first()
                .extracting(one -> one.line().id().value())
                .isEqualTo("network");
    }

    @Test
    void theMedianOfOthersNeedsFiveThatFiledTenEachAndAMonthThatIsOver() {
        file(company, 1, 0);
        for (int other = 0; other < 4; other++) {
            file(director.company(), 10, lines("network"));
        }
        file(director.company(), 9, lines("network"));
        assertThat(card().trend().getFirst().peers())
                .as("four others are too few")
                .isNull();

        file(director.company(), 10, lines("network", "account"));
        assertThat(card().trend().getFirst().peers()).isEqualTo(100 * 14 / 135);
        assertThat(card().services().getFirst().trend().getFirst().peers()).isEqualTo(100 * 14 / 135);
        assertThat(card().trend().get(1).peers()).isNull();
    }

    @Test
    void theRunningMonthShowsNoOthers() {
        month = YearMonth.from(director.clock().instant().atOffset(ZoneOffset.UTC));
        file(company, 1, 0);
        for (int other = 0; other < 6; other++) {
            file(director.company(), 10, lines("network"));
        }

        Scorecard card = scorecards.of(Stage.of(company), company, Optional.empty());
        assertThat(card.month()).isEqualTo(month);
        assertThat(card.ended()).isFalse();
        assertThat(card.trend().getFirst().reports()).isOne();
        assertThat(card.trend().getFirst().peers()).isNull();
    }

    @Test
    void theLastMonthIsShownWhenSomethingWasFiledInIt() {
        month = YearMonth.from(director.clock().instant().atOffset(ZoneOffset.UTC))
                .minusMonths(1);
        file(company, 1, 0);

        assertThat(scorecards.of(Stage.of(company), company, Optional.empty()).month())
                .isEqualTo(month);
    }

    @Test
    void isTheSameWhenItIsBuiltAgain() {
        file(company, 3, lines("network"));
        file(company, 2, lines("account"));
        Scorecard before = card();

        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "notices")).isEmpty());

        assertThat(card()).isEqualTo(before);
        assertThat(before.trend().getFirst().reports()).isEqualTo(5);
    }

    @Test
    void whatNoCompanySentIsNotCounted() {
        file(List.of(new ReportFiled(
                        new ReportNumber(NUMBERS.incrementAndGet()),
                        company.value(),
                        IncidentType.ENTICEMENT,
                        false,
                        false,
                        at())
                .from(ReportSource.PUBLIC, List.of())));

        assertThat(card().services()).isEmpty();
    }

    @Test
    void onlyTheCompanyAndStaffOfTheRegistryReadIt() {
        file(company, 1, 0);
        var asked = Optional.of(month);
        var stranger = Stage.of(director.company());

        assertThat(scorecards.of(STAFF, company, asked).services()).hasSize(1);
        assertThatThrownBy(() -> scorecards.of(stranger, company, asked)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> scorecards.of(Stage.staff(Permission.REPORT_READ), company, asked))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> scorecards.list(stranger, month, Optional.empty(), 10))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> scorecards.of(STAFF, company, Optional.of(YearMonth.of(999_999_999, 1))))
                .hasMessageContaining("not-found");
    }

    private MvcTestResult page(Actor actor, String path, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageHasAllItsTexts(String language) {
        ServiceId chat = ServiceId.of(company, CHAT);
        file(List.of(
                report(company, chat, at(), 0),
                report(company, null, at(), 0),
                report(company, new ServiceId(new UUID(0, 9)), at(), 0)));
        long example =
                card().services().getFirst().missing().getFirst().example().value();
        String own = "/provider/scorecard";

        assertThat(page(Stage.of(company), own + "?month=" + month, language))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/provider/reports/" + example,
                        "Example, &quot;Chat&quot;",
                        "ipCaptureEvent/ipAddress",
                        "100 %")
                .doesNotContain("??");
        assertThat(page(Stage.of(company), own + "?month=2020-01", language))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??", "/file");
        assertThat(page(Stage.of(company), own, language))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
        assertStaffPages(language, example);
    }

    private void assertStaffPages(String language, long example) {
        assertThat(page(STAFF, "/registry/scorecards?month=" + month, language))
                .hasStatusOk()
                .bodyText()
                .contains("/registry/scorecards/" + company, "Scored")
                .doesNotContain("??");
        assertThat(page(STAFF, "/registry/scorecards", language))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
        assertThat(page(STAFF, "/registry/scorecards/" + company + "?month=" + month, language))
                .hasStatusOk()
                .bodyText()
                .contains(Long.toString(example))
                .doesNotContain("??", "/provider/reports/");
    }

    @Test
    void comesAsATableAndForMachines() throws Exception {
        file(List.of(report(company, ServiceId.of(company, CHAT), at(), lines("network"))));

        assertThat(page(Stage.of(company), "/provider/scorecard/file?month=" + month, "en")
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .startsWith("month,service,")
                .contains(month + ",\"Example, \"\"Chat\"\"\",1,10,,account,personOrUserReported/espIdentifier,1,1,");

        var credential = organisations.issueCredential(Stage.OUTSIDE, new IssueCredential(company, true, null));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (credential.userName() + ":" + credential.secret()).getBytes(StandardCharsets.UTF_8));
        var answer = mvc.get()
                .uri("/api/v1/scorecards/" + month)
                .header("Authorization", basic)
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.services[0].missing[0].field")
                .isEqualTo("personOrUserReported/espIdentifier");
        assertThat(answer).bodyJson().extractingPath("$.services[0].service").isEqualTo(CHAT);
        for (String none : List.of("2999-01", "next", "1999-01")) {
            assertThat(mvc.get()
                            .uri("/api/v1/scorecards/" + none)
                            .header("Authorization", basic)
                            .exchange())
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.get().uri("/api/v1/scorecards/" + month).exchange()).hasStatus(HttpStatus.UNAUTHORIZED);
    }
}
