// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.IntakeProblem;
import org.harborline.intake.MovableClock;
import org.harborline.intake.OwnReports;
import org.harborline.intake.Preservations;
import org.harborline.intake.Preservations.Ending;
import org.harborline.intake.Preservations.Renew;
import org.harborline.intake.Preservations.Renewal;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.Scheme;
import org.harborline.intake.Schemes;
import org.harborline.intake.SentDocument;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// How long senders keep material, who asked for longer, and who is warned.
@SpringBootTest(properties = ReportFilingTests.Time.NO_PAGING)
@Import(ReportFilingTests.Time.class)
class PreservationTests {

    private static final Actor SYSTEM = Actor.system("preservation-tests");
    private static final Actor OPERATOR =
            new Actor("operator-1", ActorKind.STAFF, Set.of(Permission.OPERATE), null, null);
    private static final Actor ANALYST = new Actor(
            "analyst-1",
            ActorKind.STAFF,
            Set.of(Permission.REPORT_READ, Permission.REFER, Permission.REGISTRY_READ),
            null,
            null);
    private static final UUID AGENCY = UUID.randomUUID();
    private static final Actor OFFICER = new Actor(
            "officer-1",
            ActorKind.AGENCY,
            Set.of(Permission.PACKAGE_READ, Permission.PACKAGE_ANSWER),
            RecordRef.of("agency", AGENCY),
            null);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Filings filings;

    @Autowired
    private OwnReports own;

    @Autowired
    private Reports reports;

    @Autowired
    private Preservations preservations;

    @Autowired
    private Schemes schemes;

    @Autowired
    private Journal journal;

    @Autowired
    private WarnOfPreservation warn;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Sql sql;

    private final Actor company = company();

    private static Actor company() {
        return new Actor(
                "credential-1",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE, Permission.COMPANY_READ),
                RecordRef.of("provider", Ids.next()),
                Purpose.REPORTING_OBLIGATION);
    }

    private FilingAnswer open() {
        return filings.submit(
                company,
                new SentDocument(
                        "Example Chat", SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8), "UTF-8"));
    }

    private ReportNumber file() {
        ReportNumber number = Objects.requireNonNull(open().report());
        filings.finish(company, number.value());
        return number;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void refused(Object problem, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(thrown -> assertThat(thrown.type()).isEqualTo(problem));
    }

    private MockMvcTester door(Actor actor) {
        return MockMvcTester.from(
                context,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .defaultRequest(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/")
                                .with(csrf())
                                .with(authentication(new ActorAuthentication(actor))))
                        .build());
    }

    @Test
    void anOpenedReportSaysUntilWhenItMustBeFinished() {
        FilingAnswer answer = open();
        Instant end = clock.instant().plus(Duration.ofHours(24));

        assertThat(answer.finishBy()).isEqualTo(end);
        assertThat(answer.description())
                .contains("finish it by " + end.truncatedTo(ChronoUnit.SECONDS) + " to file it")
                .contains("no statutory effect");
        assertThat(own.find(company, answer.report()).orElseThrow().expiresAt()).isEqualTo(end);
        assertThat(door(company).get().uri("/provider/reports/" + answer.report()))
                .hasStatusOk()
                .bodyText()
                .contains("Gone unless finished");

        filings.finish(company, answer.report().value());

        assertThat(own.find(company, answer.report()).orElseThrow().expiresAt()).isNull();
    }

    @Test
    void theOperatorsLawHoldsForWhatIsFiledFromThenOnAndNotForWhatWas() {
        ReportNumber before = file();
        Instant filed = clock.instant();
        assertThat(reports.find(ANALYST, before).orElseThrow().preservedUntil())
                .isEqualTo(filed.plus(Duration.ofDays(365)));
        Scheme law = new Scheme(
                "Filing here is notice under the act.",
                "The centre",
                90,
                1825,
                day(filed).plusDays(30));
        try {
            schemes.put(OPERATOR, law);
            ReportNumber after = file();

            assertThat(reports.find(ANALYST, after).orElseThrow().preservedUntil())
                    .isEqualTo(filed.plus(Duration.ofDays(90)));
            assertThat(reports.find(ANALYST, before).orElseThrow().preservedUntil())
                    .isEqualTo(filed.plus(Duration.ofDays(365)));
            assertThat(open().description()).contains("Filing here is notice under the act.");
            clock.move(Duration.ofDays(31));
            assertThat(door(OPERATOR).get().uri("/operator/scheme"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Filing here is notice under the act.", "Nobody has reviewed this in time", "1825");
        } finally {
            schemes.put(
                    OPERATOR,
                    new Scheme(
                            Scheme.BROUGHT.legalEffect(),
                            "",
                            365,
                            365,
                            day(clock.instant()).plusDays(3650)));
        }
    }

    @Test
    void onlyTheOperatorEntersALawThatIsWholeAndReviewedLater() {
        LocalDate today = day(clock.instant());
        Scheme whole = new Scheme("It is.", "", 90, 365, today.plusDays(30));

        refused(PlatformProblem.NOT_FOUND, () -> schemes.put(ANALYST, whole));
        refused(
                PlatformProblem.INVALID_INPUT,
                () -> schemes.put(OPERATOR, new Scheme("It is.", "", 0, 365, today.plusDays(30))));
        refused(PlatformProblem.INVALID_INPUT, () -> schemes.put(OPERATOR, new Scheme("It is.", "", 90, 365, today)));
    }

    @Test
    void anAgencysRenewalMovesTheDayAndLeavesTheReceipt() {
        ReportNumber report = file();
        Instant first = reports.find(ANALYST, report).orElseThrow().preservedUntil();
        LocalDate later = day(first).plusDays(90);

        preservations.renew(OFFICER, report, new Renew(later, "[synthetic order 17]", false));

        var seen = reports.find(ANALYST, report).orElseThrow();
        assertThat(seen.preservedUntil()).isEqualTo(first);
        assertThat(seen.keptUntil()).isEqualTo(later.atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
        Eventually.holds(() -> assertThat(journal.of(SYSTEM, report.asRecord(), 0, 100))
                .filteredOn(entry -> entry.type().equals("intake.preservation-renewed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.body())
                        .contains(AGENCY.toString(), later.toString())
                        .doesNotContain("synthetic")));
        refused(IntakeProblem.KEPT_AS_LONG, () -> preservations.renew(ANALYST, report, new Renew(later, "x", true)));
        refused(
                PlatformProblem.INVALID_INPUT,
                () -> preservations.renew(ANALYST, report, new Renew(later.plusDays(1), " ", true)));
        refused(
                PlatformProblem.NOT_FOUND,
                () -> preservations.renew(company, report, new Renew(later.plusDays(1), "x", true)));
    }

    @Test
    void theCompanyReadsAReferenceOnlyWhenItIsMeantForItAndNeverWhoAsked() {
        ReportNumber report = file();
        LocalDate day = day(clock.instant()).plusYears(2);
        preservations.renew(OFFICER, report, new Renew(day, "[hidden order 18]", false));
        preservations.renew(ANALYST, report, new Renew(day.plusDays(1), "[open order 19]", true));

        assertThat(preservations.renewals(company, report))
                .extracting(Renewal::reference)
                .containsExactly("[open order 19]", null);
        assertThat(preservations.renewals(company, report))
                .allSatisfy(one -> assertThat(one.agency()).isNull())
                .allSatisfy(one -> assertThat(one.renewedAt()).isNull());
        assertThat(preservations.renewals(ANALYST, report))
                .extracting(Renewal::reference)
                .containsExactly("[open order 19]", "[hidden order 18]");
        assertThat(preservations.renewals(OFFICER, report))
                .extracting(Renewal::reference)
                .containsExactly("[hidden order 18]");
        refused(PlatformProblem.NOT_FOUND, () -> preservations.renewals(company(), report));
        assertThat(door(company).get().uri("/provider/reports/" + report))
                .hasStatusOk()
                .bodyText()
                .contains("asked to keep the material longer", "[open order 19]")
                .doesNotContain("[hidden order 18]", AGENCY.toString());
        assertThat(door(ANALYST).get().uri("/reports/" + report + "/preservation"))
                .hasStatusOk()
                .bodyText()
                .contains("[hidden order 18]", "[open order 19]", "Ask the company to keep it longer");
    }

    private List<String> warnings() {
        return sql.of("""
                SELECT days || ': ' || reports
                  FROM intake.preservation_warning
                 WHERE provider_id = :provider
                 ORDER BY day, days DESC
                """)
                .param("provider", UUID.fromString(company.party().id()))
                .query(String.class)
                .list();
    }

    @Test
    void aCompanyIsWarnedOfEachReportOnceAheadOfEachEnd() {
        warn.run();
        ReportNumber first = file();
        ReportNumber second = file();
        ReportNumber renewed = file();
        Instant end = reports.find(ANALYST, first).orElseThrow().preservedUntil();
        preservations.renew(ANALYST, renewed, new Renew(day(end).plusDays(400), "x", false));
        clock.move(Duration.ofDays(304));
        warn.run();
        assertThat(warnings()).isEmpty();
        assertThat(preservations.countEnding(company)).isZero();

        for (int day = 0; day < 70; day++) {
            clock.move(Duration.ofDays(1));
            warn.run();
            warn.run();
        }

        assertThat(warnings()).containsExactly("60: 2", "30: 2", "7: 2");
        assertThat(Stream.of(first, second, renewed))
                .as("what is over ends soon no more")
                .noneMatch(number -> preservations.ending(company, null, 100).stream()
                        .anyMatch(one -> one.report().equals(number)));
    }

    @Test
    void whatEndsSoonIsListedSoonestFirstPageByPageForItsCompanyAlone() {
        ReportNumber late = file();
        clock.move(Duration.ofDays(1));
        ReportNumber later = file();
        preservations.renew(ANALYST, late, new Renew(day(clock.instant()).plusDays(400), "x", false));
        clock.move(Duration.ofDays(350));

        List<Ending> page = preservations.ending(company, null, 1);
        assertThat(page).extracting(Ending::report).containsExactly(later);
        List<Ending> next = preservations.ending(company, page.getFirst(), 1);
        assertThat(next).extracting(Ending::report).containsExactly(late);
        assertThat(preservations.ending(company, next.getFirst(), 1)).isEmpty();
        assertThat(preservations.countEnding(company)).isEqualTo(2);
        assertThat(preservations.ending(company(), null, 10)).isEmpty();
        assertThat(door(company).get().uri("/provider/preservation"))
                .hasStatusOk()
                .bodyText()
                .contains(late.toString(), later.toString());
    }
}
