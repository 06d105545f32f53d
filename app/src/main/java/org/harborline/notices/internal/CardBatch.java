// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Follower.Followed;
import org.jspecify.annotations.Nullable;

/// What one batch of facts adds to scorecards, summed up before anything is written.
final class CardBatch {

    /// Stands for the company as a whole.
    static final UUID NO_SERVICE = new UUID(0, 0);

    private final Map<Key, Sum> sums = new HashMap<>();

    private record Key(UUID provider, LocalDate month, UUID service) {

        private static Key of(ReportFiled filed) {
            var service = filed.service();
            return new Key(
                    filed.provider(),
                    YearMonth.from(filed.filedAt().atOffset(ZoneOffset.UTC)).atDay(1),
                    service == null ? NO_SERVICE : service.value());
        }

        private Map<String, Object> row() {
            return new HashMap<>(Map.of("provider", provider, "month", month, "service", service));
        }
    }

    private static final class Sum {
        private long reports;
        private long score;
        private final Map<Integer, Line> lines = new HashMap<>();
    }

    private static final class Line {
        private long applied;
        private long missing;
        private @Nullable Long example;
    }

    void take(Followed followed) {
        if (followed.fact() instanceof ReportFiled filed) {
            filed.howComplete().ifPresent(scored -> add(filed, scored));
        }
    }

    private void add(ReportFiled filed, Completeness scored) {
        var rubric = Rubrics.of(scored.rubric());
        long applying = rubric.applying(filed.incidentType(), filed.batched());
        Sum sum = sums.computeIfAbsent(Key.of(filed), _ -> new Sum());
        sum.reports++;
        sum.score += scored.score();
        for (RubricLine line : rubric.lines()) {
            if (line.in(applying)) {
                Line counted = sum.lines.computeIfAbsent(line.bit(), _ -> new Line());
                counted.applied++;
                if (line.in(scored.missing())) {
                    counted.missing++;
                    counted.example = filed.report().value();
                }
            }
        }
    }

    List<Map<String, Object>> cards() {
        return sums.entrySet().stream()
                .map(entry -> {
                    var row = entry.getKey().row();
                    row.put("reports", entry.getValue().reports);
                    row.put("score", entry.getValue().score);
                    return row;
                })
                .toList();
    }

    List<Map<String, Object>> lines() {
        return sums.entrySet().stream()
                .flatMap(entry -> entry.getValue().lines.entrySet().stream().map(line -> {
                    var row = entry.getKey().row();
                    row.put("line", line.getKey());
                    row.put("applied", line.getValue().applied);
                    row.put("missing", line.getValue().missing);
                    row.put("example", line.getValue().example);
                    return row;
                }))
                .toList();
    }
}
