// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.referral.facts.FeedbackGiven;

/// What one batch of agencies' answers adds to what was found useful in a quarter, summed up over all companies. Of a
/// report only the first answer counts, so that it is in one number for ever.
final class UsefulBatch {

    private final Map<Cell, Sum> sums = new HashMap<>();
    private final Set<Voice> voices = new HashSet<>();

    /// Reports that state a line, or those that do not.
    private record Cell(LocalDate quarter, int line, boolean stated) {}

    private record Voice(Cell cell, boolean agency, UUID voice) {}

    private static final class Sum {
        private long useful;
        private long notUseful;
    }

    /// Takes a first answer.
    ///
    /// @param useful whether the agency found the report useful
    void add(FeedbackGiven given, boolean useful, Standing standing, Standing.Stated lines, Instant at) {
        LocalDate quarter = Usefulness.quarter(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
        for (RubricLine line : Rubrics.current().lines()) {
            boolean stated = line.in(lines.stated());
            if (stated || line.in(lines.missing())) {
                var cell = new Cell(quarter, line.bit(), stated);
                Sum sum = sums.computeIfAbsent(cell, _ -> new Sum());
                sum.useful += useful ? 1 : 0;
                sum.notUseful += useful ? 0 : 1;
                voices.add(new Voice(cell, true, given.agency().value()));
                voices.add(new Voice(cell, false, standing.provider()));
            }
        }
    }

    List<Map<String, Object>> counts() {
        return sums.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "quarter", entry.getKey().quarter(),
                        "line", entry.getKey().line(),
                        "stated", entry.getKey().stated(),
                        "useful", entry.getValue().useful,
                        "not_useful", entry.getValue().notUseful))
                .toList();
    }

    List<Map<String, Object>> voices() {
        return voices.stream()
                .map(one -> Map.<String, Object>of(
                        "quarter", one.cell().quarter(),
                        "line", one.cell().line(),
                        "stated", one.cell().stated(),
                        "agency", one.agency(),
                        "voice", one.voice()))
                .toList();
    }
}
