// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.completeness.Rubric;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.journal.internal.JournalControl;
import org.harborline.notices.OutwardStates;
import org.harborline.notices.Scorecards;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Feedback;
import org.harborline.referral.facts.FeedbackGiven;
import org.harborline.registry.AgencyId;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@NoticesTest
class UsefulnessTests {

    private static final AtomicLong NUMBERS = new AtomicLong(7_700_000);
    private static final Rubric RUBRIC = Rubrics.current();
    private static final long NETWORK =
            RUBRIC.line(Code.of("network")).orElseThrow().set();

    @Autowired
    Stage.Director director;

    @Autowired
    Usefulness usefulness;

    @Autowired
    Scorecards scorecards;

    @Autowired
    OutwardStates states;

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    Sql sql;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    private final List<AgencyId> agencies =
            IntStream.range(0, 5).mapToObj(_ -> new AgencyId(Ids.next())).toList();
    private List<ProviderId> companies = List.of();

    @BeforeEach
    void nothingWasSaidYet() {
        sql.of("DELETE FROM notices.useful_count").update();
        sql.of("DELETE FROM notices.useful_voice").update();
        companies = IntStream.range(0, 5).mapToObj(_ -> director.company()).toList();
    }

    private YearMonth running() {
        return YearMonth.from(director.clock().instant().atOffset(ZoneOffset.UTC));
    }

    private YearMonth afterQuarter(int months) {
        return YearMonth.from(Usefulness.quarter(running())).plusMonths(3L + months);
    }

    private YearMonth later() {
        return afterQuarter(1);
    }

    private List<Tuple> told(YearMonth at) {
        return usefulness.of(at).stream()
                .map(one -> Tuple.tuple(one.line().id().value(), one.stated(), one.missing()))
                .toList();
    }

    private void happen(List<Fact> facts) {
        transactions.run(() -> facts.forEach(fact -> journal.record(Stage.OUTSIDE, fact)));
        director.settle();
    }

    private FeedbackGiven answer(ReportNumber report, AgencyId agency, @Nullable Boolean useful) {
        return new FeedbackGiven(
                new DeliveryId(Ids.next()),
                report,
                agency,
                Feedback.Status.ONGOING,
                null,
                null,
                null,
                null,
                useful,
                null);
    }

    private ReportFiled report(ProviderId company, long stated) {
        return new ReportFiled(
                        new ReportNumber(NUMBERS.incrementAndGet()),
                        company.value(),
                        IncidentType.CSAM,
                        false,
                        false,
                        director.clock().instant())
                .of(null, RUBRIC.score(IncidentType.CSAM, false, stated));
    }

    /// Reports that agencies answer in turn; the first of them were useful.
    private List<ReportNumber> answered(int cases, int useful, long stated, int voices) {
        List<Fact> facts = new ArrayList<>();
        List<ReportNumber> reports = new ArrayList<>();
        for (int one = 0; one < cases; one++) {
            ReportFiled filed = report(companies.get(one % voices), stated);
            reports.add(filed.report());
            facts.add(filed);
            facts.add(answer(filed.report(), agencies.get(one % voices), one < useful));
        }
        happen(facts);
        return reports;
    }

    @Test
    void tellsWhatReportsHadInCommonFromTwentyCasesOnAndAWholeMonthAfterTheQuarter() {
        answered(20, 5, 0, 5);
        answered(19, 15, NETWORK, 5);
        assertThat(told(later())).as("nineteen cases").isEmpty();

        answered(1, 0, NETWORK, 5);
        assertThat(told(later())).containsExactly(Tuple.tuple("network", 80, 30));
        assertThat(told(running())).isEmpty();
        assertThat(told(afterQuarter(0))).as("the month after").isEmpty();
        assertThat(told(afterQuarter(12))).isEqualTo(told(later()));
        assertThat(told(afterQuarter(13))).as("more than a year old").isEmpty();
    }

    @Test
    void tellsEachQuarterByItselfSoThatNoAnswerShowsInADifference() {
        answered(20, 5, 0, 5);
        answered(20, 13, NETWORK, 5);
        aQuarterPasses();
        var first = told(later());
        assertThat(first).containsExactly(Tuple.tuple("network", 70, 30));

        answered(20, 20, 0, 5);
        answered(19, 0, NETWORK, 5);
        assertThat(told(later())).as("nineteen more change nothing").isEqualTo(first);

        answered(1, 0, NETWORK, 5);
        assertThat(told(later())).as("the new ones alone").containsExactly(Tuple.tuple("network", 10, 90));
    }

    private void aQuarterPasses() {
        sql.of("UPDATE notices.useful_count SET quarter = quarter - interval '3 months'")
                .update();
        sql.of("UPDATE notices.useful_voice SET quarter = quarter - interval '3 months'")
                .update();
    }

    @Test
    void quartersBeginInJanuaryAprilJulyAndOctober() {
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(month ->
                                Usefulness.quarter(YearMonth.of(2026, month)).getMonthValue()))
                .containsExactly(1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10);
    }

    @Test
    void neverSaysThatAllWereUsefulOrNone() {
        answered(25, 0, 0, 5);
        answered(25, 25, NETWORK, 5);

        assertThat(told(later())).containsExactly(Tuple.tuple("network", 90, 10));
    }

    @Test
    void fourAgenciesOrCompaniesAreTooFew() {
        answered(40, 10, 0, 5);
        answered(40, 30, NETWORK, 4);
        assertThat(told(later())).isEmpty();

        ReportFiled fromTheFifth = report(companies.get(4), NETWORK);
        happen(List.of(fromTheFifth, answer(fromTheFifth.report(), agencies.get(0), true)));
        assertThat(told(later())).as("five companies, four agencies").isEmpty();

        ReportFiled another = report(companies.get(0), NETWORK);
        happen(List.of(another, answer(another.report(), agencies.get(4), true)));
        assertThat(told(later())).hasSize(1);
    }

    @Test
    void onlyTheFirstAnswerAboutAReportCounts() {
        answered(20, 5, 0, 5);
        List<ReportNumber> reports = answered(19, 15, NETWORK, 5);
        happen(reports.stream()
                .<Fact>map(report -> answer(report, agencies.getFirst(), false))
                .toList());
        assertThat(told(later())).as("still nineteen").isEmpty();

        ReportFiled last = report(companies.get(0), NETWORK);
        happen(List.of(
                last,
                answer(last.report(), agencies.get(0), null),
                answer(last.report(), agencies.get(1), true),
                answer(last.report(), agencies.get(2), false)));
        assertThat(told(later())).containsExactly(Tuple.tuple("network", 80, 30));
    }

    @Test
    void anAnswerChangesNothingThatItsSenderIsToldOfTheReport() {
        ReportFiled filed = report(companies.getFirst(), NETWORK);
        happen(List.of(filed));
        var before = states.of(Stage.of(companies.getFirst()), List.of(filed.report()));
        happen(List.of(answer(filed.report(), agencies.getFirst(), true)));

        assertThat(states.of(Stage.of(companies.getFirst()), List.of(filed.report())))
                .isEqualTo(before);
        assertThat(journal.of(Stage.OUTSIDE, filed.report().asRecord(), 0, 100))
                .noneMatch(entry -> entry.type().startsWith("notices."));
    }

    @Test
    void isTheSameWhenItIsBuiltAgain() {
        rebuild();
        answered(22, 5, 0, 5);
        answered(22, 15, NETWORK, 5);
        var sums = sums();

        rebuild();

        assertThat(sums()).isEqualTo(sums).isNotEmpty();
    }

    private void rebuild() {
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "notices")).isEmpty());
    }

    private List<Map<String, Object>> sums() {
        return sql.of("""
                SELECT count.quarter, count.line, count.stated, useful, not_useful, voice, agency
                  FROM notices.useful_count AS count
                  JOIN notices.useful_voice AS voice USING (quarter, line, stated)
                 ORDER BY count.quarter, count.line, count.stated, voice, agency
                """).query().listOfRows();
    }

    @Test
    void thePageShowsItAndOnlyCompaniesAndStaffOfTheRegistryAsk() {
        answered(20, 5, 0, 5);
        answered(20, 15, NETWORK, 5);
        aQuarterPasses();
        aQuarterPasses();

        for (String language : List.of("en", "es")) {
            assertThat(mvc.get()
                            .uri("/provider/scorecard")
                            .header("Accept-Language", language)
                            .with(authentication(new ActorAuthentication(Stage.of(companies.getFirst())))))
                    .hasStatusOk()
                    .bodyText()
                    .contains("80 %", "30 %")
                    .doesNotContain("??");
        }
        assertThat(scorecards.useful(Stage.staff(Permission.REGISTRY_READ))).hasSize(1);
        assertThatThrownBy(() -> scorecards.useful(Stage.staff(Permission.REPORT_READ)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void countsVoicesByIndexAndNoMoreThanItNeeds() {
        sql.of("""
                INSERT INTO notices.useful_voice (quarter, line, stated, agency, voice)
                SELECT date '2021-01-01', line, stated, agency, CAST(lpad(to_hex(n), 32, '0') AS uuid)
                  FROM generate_series(1, 300) AS n, generate_series(0, 20) AS line,
                       (VALUES (true), (false)) AS s (stated), (VALUES (true), (false)) AS a (agency)
                """).update();

        assertThat(String.join(
                        "\n",
                        sql.of("EXPLAIN " + UsefulTable.CELLS)
                                .params(Map.of(
                                        "first",
                                        LocalDate.of(2020, 4, 1),
                                        "last",
                                        LocalDate.of(2021, 1, 1),
                                        "cases",
                                        20,
                                        "voices",
                                        5))
                                .query(String.class)
                                .list()))
                .contains("useful_voice_pk")
                .doesNotContain("Seq Scan on useful_voice");
    }
}
