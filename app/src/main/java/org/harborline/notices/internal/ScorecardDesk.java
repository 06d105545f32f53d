// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.notices.Scorecard;
import org.harborline.notices.Scorecards;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.registry.ProviderId;
import org.harborline.registry.ServiceId;
import org.springframework.stereotype.Component;

/// Reads scorecards off the sums.
@Component
class ScorecardDesk implements Scorecards {

    /// A company with fewer reports in a month would be recognised by its number.
    static final int LEAST_REPORTS = 10;

    /// With fewer others, a median would nearly be somebody's own number.
    static final int LEAST_COMPANIES = 5;

    private static final int TREND = 12;
    private static final int COSTLIEST = 5;
    private static final int MOST = 200;
    private static final YearMonth BEGINNING = YearMonth.of(2020, 1);
    private static final UUID FIRST = new UUID(0, 0);

    private final ScorecardTable table;
    private final Usefulness usefulness;
    private final Clock clock;

    ScorecardDesk(ScorecardTable table, Usefulness usefulness, Clock clock) {
        this.table = table;
        this.usefulness = usefulness;
        this.clock = clock;
    }

    @Override
    public Scorecard of(Actor actor, ProviderId provider, Optional<YearMonth> asked) {
        Whose.mayLook(actor, provider);
        YearMonth running = running();
        asked.ifPresent(month -> check(month, running));
        YearMonth latest = asked.orElse(running);
        List<ScorecardTable.Month> months = table.months(provider, latest.minusMonths(TREND), latest);
        YearMonth month = asked.orElseGet(() -> usual(running, months));
        YearMonth first = month.minusMonths(TREND - 1L);
        YearMonth lastEnded = month.isBefore(running) ? month : running.minusMonths(1);
        Map<YearMonth, Integer> peers = table.peers(provider, first, lastEnded, LEAST_REPORTS, LEAST_COMPANIES);
        return new Scorecard(
                month,
                month.isBefore(running),
                trend(month, months, peers),
                cards(month, months, peers, table.lines(provider, month)));
    }

    private YearMonth running() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    /// There is no scorecard of a month that has not begun, or that was over before there could be one.
    private static void check(YearMonth month, YearMonth running) {
        if (month.isAfter(running) || month.isBefore(BEGINNING)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    private static YearMonth usual(YearMonth running, List<ScorecardTable.Month> months) {
        YearMonth ended = running.minusMonths(1);
        return months.stream().anyMatch(one -> one.month().equals(ended)) ? ended : running;
    }

    private static List<Scorecard.Step> trend(
            YearMonth last, List<ScorecardTable.Month> months, Map<YearMonth, Integer> peers) {
        List<Scorecard.Step> trend = new ArrayList<>();
        for (int back = 0; back < TREND; back++) {
            YearMonth month = last.minusMonths(back);
            var of = months.stream().filter(one -> one.month().equals(month)).toList();
            long reports = of.stream().mapToLong(ScorecardTable.Month::reports).sum();
            long score = of.stream().mapToLong(ScorecardTable.Month::score).sum();
            trend.add(new Scorecard.Step(
                    month, reports, reports == 0 ? null : average(score, reports), peers.get(month)));
        }
        return trend;
    }

    private static List<Scorecard.Card> cards(
            YearMonth month,
            List<ScorecardTable.Month> months,
            Map<YearMonth, Integer> peers,
            List<ScorecardTable.Line> lines) {
        Map<UUID, List<ScorecardTable.Month>> byService =
                months.stream().collect(Collectors.groupingBy(ScorecardTable.Month::service));
        return months.stream()
                .filter(one -> one.month().equals(month))
                .sorted(Comparator.comparingLong(ScorecardTable.Month::reports)
                        .reversed()
                        .thenComparing(ScorecardTable.Month::service))
                .map(one -> new Scorecard.Card(
                        one.service().equals(CardBatch.NO_SERVICE) ? null : new ServiceId(one.service()),
                        one.reports(),
                        average(one.score(), one.reports()),
                        trend(month, byService.getOrDefault(one.service(), List.of()), peers),
                        missing(lines.stream().filter(line -> line.service().equals(one.service())))))
                .toList();
    }

    /// What cost most: how often it was missing, by what it weighs.
    private static List<Scorecard.Missing> missing(Stream<ScorecardTable.Line> lines) {
        Map<Integer, ScorecardTable.Line> byBit =
                lines.collect(Collectors.toMap(ScorecardTable.Line::line, line -> line));
        return Rubrics.current().lines().stream()
                .flatMap(line -> Optional.ofNullable(byBit.get(line.bit()))
                        .map(counted -> new Scorecard.Missing(
                                line, counted.applied(), counted.missing(), new ReportNumber(counted.example())))
                        .stream())
                .sorted(Comparator.comparingLong((Scorecard.Missing one) ->
                                one.reports() * one.line().weight())
                        .reversed())
                .limit(COSTLIEST)
                .toList();
    }

    static int average(long score, long reports) {
        return Math.toIntExact(Math.round((double) score / reports));
    }

    @Override
    public List<Useful> useful(Actor actor) {
        Whose.mayReadScores(actor);
        return usefulness.of(running());
    }

    @Override
    public List<Overview> list(Actor actor, YearMonth month, Optional<ProviderId> after, int limit) {
        Whose.mayLookAtAll(actor);
        check(month, running());
        return table.companies(month, after.map(ProviderId::value).orElse(FIRST), Math.clamp(limit, 1, MOST));
    }
}
