// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.notices.Scorecards.Useful;
import org.springframework.stereotype.Component;

/// Makes of agencies' answers what companies may be told: over all companies together, from enough cases, agencies and
/// companies, and so rough that no answer shows in it. Each quarter is told by itself, once and whole. Sums that grow
/// would show the one answer by which two of them differ.
@Component
class Usefulness {

    static final int LEAST_CASES = 20;
    static final int LEAST_VOICES = 5;

    private static final int MONTHS = 3;

    /// A quarter is told when the month after it is over, too.
    private static final int DELAY = MONTHS + 1;

    /// What is older than a year says little of how reports are read now.
    private static final int BACK = 3 * MONTHS;

    private static final int STEP = 10;

    private final UsefulTable table;

    Usefulness(UsefulTable table) {
        this.table = table;
    }

    /// The first day of the quarter that a month is in.
    static LocalDate quarter(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1) % MONTHS).atDay(1);
    }

    /// Lines for which both sides can be told of the same quarter, the most telling first.
    List<Useful> of(YearMonth running) {
        LocalDate last = quarter(running.minusMonths(DELAY));
        Map<Integer, List<UsefulTable.Cell>> cells =
                table.cells(last.minusMonths(BACK), last, LEAST_CASES, LEAST_VOICES).stream()
                        .collect(Collectors.groupingBy(UsefulTable.Cell::line));
        return Rubrics.current().lines().stream()
                .flatMap(line -> newest(line, cells.getOrDefault(line.bit(), List.of())).stream())
                .sorted(Comparator.comparingInt((Useful one) -> one.missing() - one.stated()))
                .toList();
    }

    private static Optional<Useful> newest(RubricLine line, List<UsefulTable.Cell> cells) {
        Map<LocalDate, UsefulTable.Cell> without = cells.stream()
                .filter(cell -> !cell.stated())
                .collect(Collectors.toMap(UsefulTable.Cell::quarter, Function.identity()));
        return cells.stream()
                .filter(UsefulTable.Cell::stated)
                .sorted(Comparator.comparing(UsefulTable.Cell::quarter).reversed())
                .flatMap(with -> Optional.ofNullable(without.get(with.quarter()))
                        .map(other -> new Useful(line, rough(with), rough(other)))
                        .stream())
                .findFirst();
    }

    /// In hundredths, to the next ten. That all were useful, or none, would tell it of each.
    private static int rough(UsefulTable.Cell cell) {
        double share = 100.0 * cell.useful() / (cell.useful() + cell.notUseful());
        return Math.clamp(STEP * Math.round(share / STEP), STEP, 100 - STEP);
    }
}
