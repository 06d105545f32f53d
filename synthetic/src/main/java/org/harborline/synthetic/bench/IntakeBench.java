// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/// How many reports a second the server takes, beside how many its database could take.
///
/// 1. With followers paused: the server files on several numbers of connections, then the script does the same
///    transactions on the same database while the server idles. `ratio` is the best of one by the best of the other.
///    First by submit and finish, then in one call; the figures of the latter are in `one_call`, under the same names.
/// 2. With followers on, on new data: the server files until the time is over, and the clock runs on until every
///    follower has taken up everything. `ratio_followers_on` is that rate by the same ceiling.
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reports a second over HTTP, by submit and finish and in one call, beside plain SQL doing the same.")
final class IntakeBench implements Callable<Integer> {

    private static final int[] SERVER_CONNECTIONS = {8, 16, 32, 64};
    private static final int[] CEILING_CONNECTIONS = {4, 8, 16, 32};
    private static final int REPORTS = 2_000;
    /// Up to this share apart, two costs count as the same.
    private static final double SAME = 0.05;
    private static final Duration DRAINING = Duration.ofMinutes(15);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--seconds", paramLabel = "N", description = "for each measurement (${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(names = "--warm-up", paramLabel = "N", description = "seconds before them (${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(names = "--seed", paramLabel = "S", description = "the reports (${DEFAULT-VALUE})")
    private long seed = 1;

    private final Figures figures = new Figures();

    private IntakeBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        double load = Figures.machineLoad();
        var paused = paused();
        followersOn(paused);
        figures.putMachine(load);
        var out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        out.println(figures.json());
        out.flush();
        if (paused.deviation > SAME) {
            tell("the ceiling does not do the work of the server: a report costs other transactions, rows or log bytes"
                    + " there, more than " + Math.round(SAME * 100) + " % apart, so the ratios say nothing");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private Paused paused() throws IOException, InterruptedException, SQLException {
        var installation = Installation.temporary();
        try (var running = RunningServer.startWithoutFollowers(server.file(), installation)) {
            var twoCalls = measured(running, installation, Way.TWO_CALLS, figures);
            figures.put("durability", Durability.of(installation));
            var inOneCall = new Figures();
            var oneCall = measured(running, installation, Way.ONE_CALL, inOneCall);
            figures.put("one_call", inOneCall);
            return new Paused(twoCalls.connections, twoCalls.ceiling, Math.max(twoCalls.deviation, oneCall.deviation));
        } finally {
            installation.delete();
        }
    }

    private Paused measured(RunningServer running, Installation installation, Way way, Figures into)
            throws IOException, InterruptedException, SQLException {
        tell("warming up, " + way);
        var load = load(running, way);
        load.closed(16, Duration.ofSeconds(warmUp));
        var before = Ordered.of(installation);
        var meter = Meter.start(installation);
        var runs = new ArrayList<Load.Measured>();
        for (int connections : SERVER_CONNECTIONS) {
            runs.add(told("server", load.closed(connections, Duration.ofSeconds(seconds))));
        }
        var cost = meter.perReport(total(runs));
        var ceiling = Ceiling.prepare(installation, Ordered.of(installation).atATimeSince(before), way);
        return beside(installation, ceiling, runs, cost, into);
    }

    private Paused beside(
            Installation installation, Ceiling ceiling, List<Load.Measured> runs, Meter.PerReport cost, Figures into)
            throws InterruptedException, SQLException {
        ceiling.run(8, Duration.ofSeconds(Math.max(warmUp / 4, 1)));
        var meter = Meter.start(installation);
        var bare = new ArrayList<Load.Measured>();
        for (int connections : CEILING_CONNECTIONS) {
            bare.add(told("ceiling", ceiling.run(connections, Duration.ofSeconds(seconds))));
        }
        var bareCost = meter.perReport(total(bare));
        var best = Load.Measured.best(runs);
        var top = Load.Measured.best(bare);
        into.put("reports_per_second", best.perSecond())
                .put(best.latencies())
                .put("ceiling_per_second", top.perSecond())
                .put("ratio", best.perSecond() / top.perSecond())
                .put("by_connections", runs)
                .put("ceiling_by_connections", bare)
                .put("per_report", cost)
                .put("ceiling_per_report", bareCost)
                .put("per_report_deviation", cost.deviation(bareCost));
        return new Paused(best.connections(), top.perSecond(), cost.deviation(bareCost));
    }

    private void followersOn(Paused paused) throws IOException, InterruptedException, SQLException {
        var installation = Installation.temporary();
        try (var running = RunningServer.start(server.file(), installation)) {
            var backlog = new Backlog(installation);
            var load = load(running, Way.TWO_CALLS);
            tell("warming up with followers");
            load.closed(paused.connections, Duration.ofSeconds(warmUp));
            drain(backlog);
            long start = System.nanoTime();
            var run = told("with followers", load.closed(paused.connections, Duration.ofSeconds(2L * seconds)));
            long left = backlog.count();
            drain(backlog);
            double took = (System.nanoTime() - start) / 1e9;
            double rate = run.reports() / took;
            figures.put("ratio_followers_on", rate / paused.ceiling)
                    .put(
                            "followers_on",
                            new Figures()
                                    .put("reports_per_second", rate)
                                    .put("taken_per_second", run.perSecond())
                                    .put(run.latencies())
                                    .put("backlog_when_filing_ended", left)
                                    .put("seconds_to_backlog_0", took - run.seconds())
                                    .put("backlog_at_end", backlog.count()));
        } finally {
            installation.delete();
        }
    }

    private static void drain(Backlog backlog) throws IOException, InterruptedException {
        if (!backlog.awaitNone(DRAINING)) {
            throw new IOException("followers are behind after " + DRAINING.toMinutes() + " minutes");
        }
    }

    private Load load(RunningServer running, Way way) {
        return new Load(running.address(), new Requests(running.address(), seed, REPORTS, way));
    }

    private static long total(List<Load.Measured> runs) {
        return runs.stream().mapToLong(Load.Measured::reports).sum();
    }

    private Load.Measured told(String what, Load.Measured run) {
        tell(what + ", " + run.connections() + " connections: " + Math.round(run.perSecond()) + " reports/s");
        return run;
    }

    private void tell(String line) {
        var err = Optional.ofNullable(spec).orElseThrow().commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private record Paused(int connections, double ceiling, double deviation) {}
}
