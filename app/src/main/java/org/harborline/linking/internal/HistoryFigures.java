// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReceivedReport;
import org.harborline.linking.LookUp;
import org.harborline.platform.Actor;
import org.harborline.platform.Purpose;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What look-ups and linking cost beside a history that is loaded.
@Component
class HistoryFigures {

    private static final int ROUNDS = 2_000;
    private static final int LINKED = 5_000;
    private static final int WARM_UP = 400;
    private static final int BATCH = 500;
    private static final int BATCHES = 20;
    private static final int MOST_HOLDERS = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Sql sql;
    private final KeyMaker keys;
    private final SightingTable sightings;
    private final LookUpDesk desk;
    private final MeasuredLinking linking;

    HistoryFigures(Sql sql, KeyMaker keys, SightingTable sightings, LookUpDesk desk, MeasuredLinking linking) {
        this.sql = sql;
        this.keys = keys;
        this.sightings = sightings;
        this.desk = desk;
        this.linking = linking;
    }

    /// @param next the number of the first report that is not stored
    Map<String, Object> measure(HistoryPopulation population, long next) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("look_up_ten_identifiers", lookUps(population, next));
        figures.put("look_up_one_at_the_desk", atTheDesk(population, next));
        figures.put("link_one_report", linkOne(population, next));
        figures.put("link_one_report_with_a_common_key", linkOneCommon(population, next + 10_000));
        figures.put("linking", throughput(population, next + 50_000));
        return figures;
    }

    /// Who holds the keys of ten identifiers of somebody: normalised, blinded and looked up together.
    private Map<String, Object> lookUps(HistoryPopulation population, long next) {
        var times = new Times(WARM_UP);
        long found = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            ReceivedReport asked = population.next(next + round);
            long start = System.nanoTime();
            Map<UUID, RoleSpace> probes = new HashMap<>();
            keysOf(asked).forEach(key -> probes.putAll(key.probes()));
            found += sightings.holders(probes, MOST_HOLDERS).size();
            times.add(System.nanoTime() - start);
        }
        Map<String, Object> figures = times.figures();
        figures.put("keys_found_each", round((double) found / (WARM_UP + ROUNDS)));
        return figures;
    }

    /// What an analyst waits for: one address in every role and strength, with its trace in the journal.
    private Map<String, Object> atTheDesk(HistoryPopulation population, long next) {
        Actor actor = Actor.system("linking").with(Purpose.LOOK_UP);
        var times = new Times(WARM_UP / 4);
        for (int round = 0; round < (WARM_UP + ROUNDS) / 4; round++) {
            String address = population
                    .next(next + round)
                    .identifiers()
                    .get(HistoryPopulation.EMAIL)
                    .value();
            var question = new LookUp(IdentifierKind.EMAIL, address, null, null, null, null);
            long start = System.nanoTime();
            var _ = desk.lookUp(actor, question);
            times.add(System.nanoTime() - start);
        }
        return times.figures();
    }

    private Map<String, Object> linkOne(HistoryPopulation population, long next) {
        var times = new Times(WARM_UP);
        int round = 0;
        for (long report = next; round < WARM_UP + LINKED; report++) {
            if (!HistoryPopulation.common(report)) {
                long start = linking.link(List.of(population.next(report)));
                times.add(System.nanoTime() - start);
                round++;
            }
        }
        return times.figures();
    }

    private Map<String, Object> linkOneCommon(HistoryPopulation population, long next) {
        var times = new Times(WARM_UP / 10);
        long first = HistoryPopulation.nextCommon(next);
        for (int round = 0; round < (WARM_UP + ROUNDS) / 10; round++) {
            long start = linking.link(List.of(population.next(first + (long) round * HistoryPopulation.ONE_IN)));
            times.add(System.nanoTime() - start);
        }
        return times.figures();
    }

    /// Reports in batches as a follower takes them, beside plain look-ups of the same keys in batches of the same size:
    /// now the one first, now the other, because whatever comes first brings pages into memory.
    private Map<String, Object> throughput(HistoryPopulation population, long first) {
        long plain = 0;
        long linked = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var reports = new ArrayList<ReceivedReport>();
            for (int i = 0; i < BATCH; i++) {
                reports.add(population.next(first + (long) batch * BATCH + i));
            }
            if (batch % 2 == 0) {
                plain += plainLookUps(reports);
                linked += linking(reports);
            } else {
                linked += linking(reports);
                plain += plainLookUps(reports);
            }
        }
        double all = BATCHES * BATCH * NANOS_PER_SECOND;
        var figures = new LinkedHashMap<String, Object>();
        figures.put("reports_per_second", round(all / linked));
        figures.put("plain_look_ups_reports_per_second", round(all / plain));
        figures.put("ratio", round((double) plain / linked));
        return figures;
    }

    private long linking(List<ReceivedReport> reports) {
        long start = linking.link(reports);
        return System.nanoTime() - start;
    }

    private long plainLookUps(List<ReceivedReport> reports) {
        String[] probes = Rows.ids(reports.stream()
                .flatMap(report -> keysOf(report).stream())
                .flatMap(key -> key.own().stream())
                .toList());
        long start = System.nanoTime();
        int _ = sql.of("SELECT report_number FROM linking.sighting WHERE blind = ANY(:keys::uuid[])")
                .param("keys", probes)
                .query(Long.class)
                .list()
                .size();
        return System.nanoTime() - start;
    }

    private List<Fresh.Key> keysOf(ReceivedReport report) {
        return keys.ofReport(report, new Origin(report.provider(), report.service()));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// How long each round took, but for the first ones.
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();
        private int toWarmUp;

        Times(int toWarmUp) {
            this.toWarmUp = toWarmUp;
        }

        void add(long taken) {
            if (toWarmUp > 0) {
                toWarmUp--;
            } else {
                nanos.add(taken);
            }
        }

        Map<String, Object> figures() {
            nanos.sort(null);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("p50_ms", at(50));
            figures.put("p99_ms", at(99));
            return figures;
        }

        private double at(int percent) {
            return round(nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100)) / 1e6);
        }
    }
}
