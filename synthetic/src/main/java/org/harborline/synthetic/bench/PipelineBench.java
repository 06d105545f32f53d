// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.harborline.synthetic.server.Backlog;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How long a report takes from its finish to its priority while reports arrive on a schedule, read from the moments in
/// the journal: that of `intake.report-filed` and that of the first `triage.report-prioritised` of the same report.
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Time from finish to priority while reports arrive at a fixed rate.")
final class PipelineBench implements Callable<Integer> {

    private static final int CONNECTIONS = 48;
    private static final int REPORTS = 2_000;
    private static final Duration DRAINING = Duration.ofMinutes(5);

    private static final String DELAYS = """
            WITH filed AS (
                SELECT subject_id, recorded_at
                  FROM journal.entry
                 WHERE position > ? AND subject_kind = 'report' AND fact_type = 'intake.report-filed'),
            first AS (
                SELECT subject_id, min(recorded_at) AS recorded_at
                  FROM journal.entry
                 WHERE position > ? AND subject_kind = 'report' AND fact_type = 'triage.report-prioritised'
                 GROUP BY subject_id),
            delay AS (
                SELECT extract(epoch FROM first.recorded_at - filed.recorded_at) * 1000 AS millis
                  FROM filed
                  LEFT JOIN first USING (subject_id))
            SELECT count(*) AS reports,
                   count(*) - count(millis) AS missing,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY millis) AS p50,
                   percentile_disc(0.95) WITHIN GROUP (ORDER BY millis) AS p95,
                   percentile_disc(0.99) WITHIN GROUP (ORDER BY millis) AS p99,
                   max(millis) AS longest
              FROM delay
            """;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--rate", paramLabel = "R", description = "reports a second (${DEFAULT-VALUE})")
    private int rate = 200;

    @Option(names = "--seconds", paramLabel = "N", description = "for how long (${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--warm-up", paramLabel = "N", description = "seconds before that (${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(names = "--seed", paramLabel = "S", description = "the reports (${DEFAULT-VALUE})")
    private long seed = 1;

    private PipelineBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        double machineLoad = Figures.machineLoad();
        var installation = Installation.temporary();
        try (var running = RunningServer.start(server.file(), installation)) {
            var load = new Load(running.address(), new Requests(running.address(), seed, REPORTS, Way.TWO_CALLS));
            load.open(CONNECTIONS, Duration.ofSeconds(warmUp), rate);
            drain(installation);
            long before = position(installation);
            var run = load.open(CONNECTIONS, Duration.ofSeconds(seconds), rate);
            drain(installation);
            var delays = delays(installation, before);
            var figures = delays.figures
                    .put("asked_per_second", (long) rate)
                    .put("reports_per_second", run.perSecond())
                    .put("filing", new Figures().put(run.latencies()))
                    .put("durability", Durability.of(installation))
                    .putMachine(machineLoad);
            var out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
            out.println(figures.json());
            out.flush();
            return delays.missing == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } finally {
            installation.delete();
        }
    }

    private static void drain(Installation installation) throws IOException, InterruptedException {
        if (!new Backlog(installation).awaitNone(DRAINING)) {
            throw new IOException("followers are behind after " + DRAINING.toMinutes() + " minutes");
        }
    }

    private static long position(Installation installation) throws SQLException {
        try (var connection = installation.read();
                var statement = connection.prepareStatement("SELECT coalesce(max(position), 0) FROM journal.entry");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Delays delays(Installation installation, long after) throws SQLException {
        try (var connection = installation.read();
                var statement = connection.prepareStatement(DELAYS)) {
            statement.setLong(1, after);
            statement.setLong(2, after);
            try (var row = statement.executeQuery()) {
                row.next();
                long missing = row.getLong("missing");
                var figures = new Figures()
                        .put("reports", row.getLong("reports"))
                        .put("p50_ms", row.getDouble("p50"))
                        .put("p95_ms", row.getDouble("p95"))
                        .put("p99_ms", row.getDouble("p99"))
                        .put("longest_ms", row.getDouble("longest"))
                        .put("not_prioritised", missing);
                return new Delays(figures, missing);
            }
        }
    }

    /// @param missing reports that were filed and have no priority
    private record Delays(Figures figures, long missing) {}
}
