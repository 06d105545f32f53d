// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Mode;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// `./harborline bench linking --history N`: how long a look-up of ten identifiers and the linking of one report take
/// beside a history of N reports, how many reports a second can be linked, and what the history weighs. In an
/// installation that was made for it and holds nothing else. With `--load` the history is loaded and no more: the
/// database
/// is then stopped and started, so that nothing measured waits for what loading still has to write.
@Component("command.bench-linking")
class BenchLinking implements Command {

    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 1;
    private static final int LEAST = 1_000;
    private static final int MOST = 100_000_000;
    private static final String LOADED = "linking-history";
    private static final String LOAD = "--load";

    private final Mode mode;
    private final Sql sql;
    private final HistoryLoader loader;
    private final WarmIndexes indexes;
    private final HistoryFigures figures;
    private final Path loaded;

    BenchLinking(
            Mode mode, Sql sql, HistoryLoader loader, WarmIndexes indexes, HistoryFigures figures, DataDirectory data) {
        this.mode = mode;
        this.sql = sql;
        this.loader = loader;
        this.indexes = indexes;
        this.figures = figures;
        this.loaded = data.path().resolve(LOADED);
    }

    @Override
    public String name() {
        return "bench-linking";
    }

    @Override
    public int run(List<String> arguments) {
        boolean loading = arguments.contains(LOAD);
        Map<String, Long> options =
                options(arguments.stream().filter(one -> !one.equals(LOAD)).toList());
        long history = options.getOrDefault("--history", 0L);
        if (history < LEAST || history > MOST) {
            System.err.println(
                    "Usage: ./harborline bench linking --history N [--seed S] [--data DIR], N from 1000 to 100000000.");
            return WRONG_USAGE;
        }
        var population = new HistoryPopulation(options.getOrDefault("--seed", 1L), (int) history);
        try {
            if (mode != Mode.SANDBOX || (holdsAnything() && !isLoaded(population))) {
                System.err.println(
                        "Linking is measured in a sandbox that was made for it and holds no report, or this history.");
                return FAILED;
            }
            if (!isLoaded(population)) {
                load(population);
            }
            if (!loading) {
                System.out.println(JsonMapper.shared().writeValueAsString(measure(population)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private boolean isLoaded(HistoryPopulation population) throws IOException {
        return Files.exists(loaded) && Files.readAllLines(loaded).getFirst().equals(population.toString());
    }

    private void load(HistoryPopulation population) throws SQLException, IOException {
        long seconds = loader.load(population).toSeconds();
        Files.write(loaded, List.of(population.toString(), Long.toString(seconds)));
    }

    private Map<String, Object> measure(HistoryPopulation population) throws IOException {
        var measured = new LinkedHashMap<String, Object>();
        measured.put("history", population.size());
        measured.put("load_seconds", Long.parseLong(Files.readAllLines(loaded).getLast()));
        measured.put("state_bytes_per_report", bytes() / population.size());
        measured.put("index_bytes_per_report", indexes.read() / population.size());
        measured.putAll(figures.measure(population, next()));
        measured.put("processors", Runtime.getRuntime().availableProcessors());
        return measured;
    }

    /// Past all that was measured with before.
    private long next() {
        return sql.of("SELECT max(report_number) FROM linking.sighting")
                .query(Long.class)
                .single();
    }

    private long bytes() {
        return sql.of("SELECT sum(pg_total_relation_size(relid)) FROM (" + WarmIndexes.TABLES + ") AS one")
                .query(Long.class)
                .single();
    }
}
