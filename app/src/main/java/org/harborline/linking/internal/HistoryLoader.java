// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.harborline.intake.ReceivedReport;
import org.harborline.linking.Hub;
import org.harborline.linking.Strength;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.stereotype.Component;

/// Fills the derived tables with a history as linking would have made it report by report, and many times faster: rows
/// are streamed in, indexes are built once at the end, and what is held in memory does not grow with the history but
/// for a few bytes a report.
@Component
class HistoryLoader {

    private static final int WORKERS = 2;
    private static final String NONE = "\\N";

    private final FlywayConnectionDetails owner;
    private final KeyMaker keys;
    private final HubTable hubs;

    HistoryLoader(FlywayConnectionDetails owner, KeyMaker keys, HubTable hubs) {
        this.owner = owner;
        this.keys = keys;
        this.hubs = hubs;
    }

    /// Loads the whole history into empty tables.
    ///
    /// @return how long it took
    Duration load(HistoryPopulation population) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = connect()) {
            for (String statement : BEFORE) {
                execute(connection, statement);
            }
            copyAll(population);
            for (String statement : AFTER) {
                execute(connection, statement);
            }
        }
        hubs.insertAll(List.of(commonKey(population)));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// The address that is in one report of a hundred.
    private HubTable.Row commonKey(HistoryPopulation population) {
        ReceivedReport report = population.report(0);
        Sighting held = keys.ofReport(report, new Origin(report.provider(), report.service())).stream()
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

    private static final List<String> BEFORE = List.of(
            "DROP INDEX linking.sighting_strong_key, linking.sighting_weak_key, linking.sighting_report",
            "ALTER TABLE linking.reason DROP CONSTRAINT reason_unique",
            "DROP INDEX linking.reason_older");

    private static final List<String> AFTER = List.of(
            "SET maintenance_work_mem = '512MB'",
            """
            CREATE UNIQUE INDEX sighting_strong_key ON linking.sighting_strong (blind, report_number, finding_id, role)
              INCLUDE (provider_id, seen_at, has_more_times) NULLS NOT DISTINCT
            """,
            """
            CREATE UNIQUE INDEX sighting_weak_key ON linking.sighting_weak (blind, report_number, finding_id)
              NULLS NOT DISTINCT
            """,
            "CREATE INDEX sighting_report ON linking.sighting (report_number)",
            """
            ALTER TABLE linking.reason ADD CONSTRAINT reason_unique
                UNIQUE NULLS NOT DISTINCT (newer, older, newer_blind, older_blind, tier)
            """,
            "CREATE INDEX reason_older ON linking.reason (older)",
            "VACUUM (ANALYZE) linking.sighting",
            "VACUUM (ANALYZE) linking.reason");

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private void copyAll(HistoryPopulation population) throws SQLException {
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int from = (int) ((long) population.size() * worker / WORKERS);
                int to = (int) ((long) population.size() * (worker + 1) / WORKERS);
                parts.add(workers.submit(() -> {
                    copy(population, from, to);
                    return null;
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException failure) {
            throw new SQLException("the history could not be loaded", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("the history was interrupted", interrupted);
        }
    }

    private void copy(HistoryPopulation population, int from, int to) throws SQLException {
        try (Connection first = connect();
                Connection second = connect();
                Writer sightings = copying(first, """
                        COPY linking.sighting (blind, report_number, seen_at, provider_id, ordinal, identifier_index,
                                               kind, role, rule, strength, rule_version, key_version) FROM STDIN
                        """);
                Writer reasons = copying(second, """
                        COPY linking.reason (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind,
                                             older_blind, seconds_apart, made_at) FROM STDIN
                        """)) {
            for (int report = from; report < to; report++) {
                ReceivedReport received = population.report(report);
                var origin = new Origin(received.provider(), received.service());
                for (Fresh.Key key : keys.ofReport(received, origin)) {
                    sightings.write(row(key.sighting()));
                    String reason = reason(population, report, key);
                    if (reason != null) {
                        reasons.write(reason);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Writer copying(Connection connection, String statement) throws SQLException {
        return new BufferedWriter(new OutputStreamWriter(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), statement), StandardCharsets.UTF_8));
    }

    private static String row(Sighting one) {
        return line(
                one.blind(),
                one.report(),
                one.seenAt(),
                one.provider(),
                one.ordinal(),
                one.identifier(),
                one.kind(),
                one.role(),
                one.rule(),
                one.strength(),
                one.ruleVersion(),
                one.keyVersion());
    }

    /// The link to the report before about the same person, if both state the identifier as usual.
    private static @Nullable String reason(HistoryPopulation population, int report, Fresh.Key key) {
        Integer earlier = population.earlier(report);
        Integer place = key.sighting().identifier();
        if (earlier == null
                || place == null
                || key.sighting().strength() != Strength.STRONG
                || !population.usual(report, place)
                || !population.usual(earlier, place)
                || !HistoryPopulation.links(place, report, earlier)) {
            return null;
        }
        Instant time = population.time(report);
        Duration apart = Duration.between(population.time(earlier), time);
        if (key.rule().changesHandsWithin(apart)) {
            return null;
        }
        Sighting one = key.sighting();
        return line(
                one.report(),
                HistoryPopulation.number(earlier),
                one.rule(),
                one.ruleVersion(),
                one.kind(),
                "EXACT",
                false,
                one.blind(),
                one.blind(),
                apart.toSeconds(),
                time);
    }

    private static String line(@Nullable Object... values) {
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : "\t").append(values[i] == null ? NONE : values[i]);
        }
        return line.append('\n').toString();
    }
}
