// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReceivedReport;
import org.harborline.linking.Hub;
import org.harborline.platform.Command;
import org.harborline.platform.Mode;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// `./harborline bench linking --history N`: how long a look-up of ten identifiers and the linking of one report take
/// beside a history of N reports, how many reports a second can be linked, and what the history weighs. In an
/// installation that was made for it and holds nothing else.
@Component("command.bench-linking")
class BenchLinking implements Command {

    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 1;
    private static final int LEAST = 1_000;
    private static final int MOST = 100_000_000;
    private static final int ROUNDS = 2_000;
    private static final int WARM_UP = 400;
    private static final int BATCH = 500;
    private static final int BATCHES = 20;

    private final Mode mode;
    private final Sql sql;
    private final KeyMaker keys;
    private final SightingTable sightings;
    private final HubTable hubs;
    private final HistoryLoader loader;
    private final MeasuredLinking linking;

    BenchLinking(
            Mode mode,
            Sql sql,
            KeyMaker keys,
            SightingTable sightings,
            HubTable hubs,
            HistoryLoader loader,
            MeasuredLinking linking) {
        this.mode = mode;
        this.sql = sql;
        this.keys = keys;
        this.sightings = sightings;
        this.hubs = hubs;
        this.loader = loader;
        this.linking = linking;
    }

    @Override
    public String name() {
        return "bench-linking";
    }

    @Override
    public int run(List<String> arguments) {
        Map<String, Long> options = options(arguments);
        long history = options.getOrDefault("--history", 0L);
        if (history < LEAST || history > MOST) {
            System.err.println("Usage: ./harborline bench linking --history N [--seed S], N from 1000 to 100000000.");
            return WRONG_USAGE;
        }
        if (mode != Mode.SANDBOX || holdsAnything()) {
            System.err.println("Linking is measured in a sandbox that was made for it and holds no report.");
            return FAILED;
        }
        var population = new HistoryPopulation(options.getOrDefault("--seed", 1L), (int) history);
        try {
            System.out.println(JsonMapper.shared().writeValueAsString(measure(population)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }

    private static Map<String, Long> options(List<String> arguments) {
        var options = new LinkedHashMap<String, Long>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            if (!Set.of("--history", "--seed").contains(arguments.get(i)) || !value.matches("[0-9]{1,9}")) {
                return Map.of();
            }
            options.put(arguments.get(i), Long.parseLong(value));
        }
        return arguments.size() % 2 == 0 ? options : Map.of();
    }

    private boolean holdsAnything() {
        return sql.of("SELECT EXISTS (SELECT FROM linking.sighting) OR EXISTS (SELECT FROM linking.reason)")
                .query(Boolean.class)
                .single();
    }

    private Map<String, Object> measure(HistoryPopulation population) throws SQLException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("history", population.size());
        figures.put("load_seconds", loader.load(population).toSeconds());
        hubs.insertAll(List.of(commonKey(population)));
        figures.put("state_bytes_per_report", bytes() / population.size());
        long next = population.size();
        figures.put("look_up_ten_identifiers", lookUps(population, next));
        figures.put("link_one_report", linkOne(population, next));
        figures.put("link_one_report_with_a_common_key", linkOneCommon(population, next));
        figures.put("linking", throughput(population, next + 200L * ROUNDS));
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    /// The address that is in one report of a hundred.
    private HubTable.Row commonKey(HistoryPopulation population) {
        Sighting held = keysOf(population.report(0)).stream()
                .map(Fresh.Key::sighting)
                .filter(one -> one.identifier() != null && one.identifier() == HistoryPopulation.EMAIL)
                .findFirst()
                .orElseThrow();
        return new HubTable.Row(
                held.blind(),
                held.rule(),
                held.ruleVersion(),
                held.kind(),
                held.report(),
                held.identifier(),
                held.finding(),
                new Hub.Crossing(200, Hub.Crossing.Counted.REPORTS),
                held.seenAt());
    }

    private List<Fresh.Key> keysOf(ReceivedReport report) {
        return keys.ofReport(report, new Origin(report.provider(), report.service()));
    }

    private long bytes() {
        return sql.of("""
                SELECT sum(pg_total_relation_size(part.relid))
                  FROM unnest(ARRAY['linking.sighting', 'linking.reason', 'linking.hub']::regclass[]) AS one (name),
                       pg_partition_tree(one.name) AS part
                """).query(Long.class).single();
    }

    /// Who holds the keys of ten identifiers of somebody: normalised, blinded and looked up together.
    private Map<String, Object> lookUps(HistoryPopulation population, long next) {
        var times = new Times();
        long found = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            ReceivedReport asked = population.next(next + round);
            long start = System.nanoTime();
            Set<UUID> probes = probes(keysOf(asked));
            found += sightings.holders(probes, 200).size();
            times.add(round < WARM_UP, System.nanoTime() - start);
        }
        Map<String, Object> figures = times.figures();
        figures.put("keys_found_each", round((double) found / (WARM_UP + ROUNDS)));
        return figures;
    }

    private static Set<UUID> probes(List<Fresh.Key> keys) {
        var probes = new HashSet<UUID>();
        keys.forEach(key -> {
            probes.addAll(key.own());
            probes.addAll(key.across());
        });
        return probes;
    }

    private Map<String, Object> linkOne(HistoryPopulation population, long next) {
        var times = new Times();
        int round = 0;
        for (long report = next + 10_000; round < WARM_UP + ROUNDS; report++) {
            if (!HistoryPopulation.common(report)) {
                long start = linking.link(List.of(population.next(report)));
                times.add(round < WARM_UP, System.nanoTime() - start);
                round++;
            }
        }
        return times.figures();
    }

    private Map<String, Object> linkOneCommon(HistoryPopulation population, long next) {
        var times = new Times();
        long first = (next + 20_000) / 100 * 100;
        for (int round = 0; round < WARM_UP / 10 + ROUNDS / 10; round++) {
            long start = linking.link(List.of(population.next(first + 100L * round)));
            times.add(round < WARM_UP / 10, System.nanoTime() - start);
        }
        return times.figures();
    }

    /// Reports in batches as a follower takes them, beside plain look-ups of the same keys in batches of the same size.
    private Map<String, Object> throughput(HistoryPopulation population, long first) {
        List<List<ReceivedReport>> batches = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            var reports = new ArrayList<ReceivedReport>();
            for (int i = 0; i < BATCH; i++) {
                reports.add(population.next(first + (long) batch * BATCH + i));
            }
            batches.add(reports);
        }
        long ceiling = 0;
        long linked = 0;
        for (List<ReceivedReport> batch : batches) {
            String[] probes = Rows.ids(batch.stream()
                    .flatMap(report -> keysOf(report).stream())
                    .flatMap(key -> key.own().stream())
                    .toList());
            long start = System.nanoTime();
            int _ = sql.of("SELECT report_number FROM linking.sighting WHERE blind = ANY(:keys::uuid[])")
                    .param("keys", probes)
                    .query(Long.class)
                    .list()
                    .size();
            ceiling += System.nanoTime() - start;
            long begun = linking.link(batch);
            linked += System.nanoTime() - begun;
        }
        var figures = new LinkedHashMap<String, Object>();
        double reports = (double) BATCHES * BATCH * 1e9;
        figures.put("reports_per_second", round(reports / linked));
        figures.put("plain_look_ups_reports_per_second", round(reports / ceiling));
        figures.put("ratio", round((double) ceiling / linked));
        return figures;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// How long each round took.
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();

        void add(boolean warmUp, long taken) {
            if (!warmUp) {
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
