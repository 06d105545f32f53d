// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.harborline.synthetic.wire.Ledger;
import org.harborline.synthetic.wire.Provider;
import org.harborline.synthetic.wire.Steps;
import org.harborline.synthetic.world.SyntheticReports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Sends synthetic reports to a running server through the provider interface.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Sends invented, neutral reports to a running server through the provider interface.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every report was filed",
            "1:some report was refused, never arrived or could not be settled",
            "2:wrong use, or the server is away or does not know the credential"
        })
public final class Simulate implements Callable<Integer> {

    private static final int INCOMPLETE = 1;
    private static final String SAMPLE = "demo-provider";
    private static final int UNPACED = 8;
    // Room for a slow spell, so that the schedule and not this number sets the pace.
    private static final int PACED = 64;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "URL", description = "the server, as http://localhost:8080")
    private @Nullable URI server;

    @Option(names = "--reports", paramLabel = "N", description = "how many (${DEFAULT-VALUE})")
    private int reports = 500;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "the world they come from; the same seed gives the same reports (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--first", paramLabel = "N", description = "the report to begin with (${DEFAULT-VALUE})")
    private long first = 1;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "every incident lies before this instant (${DEFAULT-VALUE})")
    private Instant asOf = SyntheticReports.DEFAULT_AS_OF;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "reports a second on a fixed schedule; without it, as fast as the server answers")
    private @Nullable Double rate;

    @Option(
            names = "--concurrency",
            paramLabel = "C",
            description = "reports under way at once (" + UNPACED + ", with --rate " + PACED + ")")
    private @Nullable Integer concurrency;

    @Option(
            names = "--interface",
            paramLabel = "WAY",
            description = "xml: submit and finish; json: one call; both: every second report in one call (both)")
    private Ways.Interface through = Ways.Interface.BOTH;

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "the provider that files everything; without it, each sample provider of a sandbox its own")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "holds that provider's password; without it, the password is the user")
    private @Nullable Path passwordFile;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "how long a call is tried while the server is away (${DEFAULT-VALUE})")
    private int patience = 60;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "gets one line, safe on the disk, for each step the server has acknowledged")
    private @Nullable Path ledger;

    @Option(names = "--json", description = "print the result as JSON, with latencies in milliseconds")
    private boolean json;

    @Option(names = "--quiet", description = "no progress bar")
    private boolean quiet;

    private Simulate() {}

    /// The command, ready to be executed.
    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Simulate());
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, failed, _) -> {
                    failed.getErr().println("simulate: " + exception.getMessage());
                    return INCOMPLETE;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(reports >= 1, "--reports must be 1 or more");
        check(first >= 1, "--first must be 1 or more");
        check(atOnce() >= 1, "--concurrency must be 1 or more");
        check(patience >= 0, "--patience must be 0 or more");
        check(rate == null || (rate > 0 && Double.isFinite(rate)), "--rate must be above 0");
        try (var provider = provider()) {
            var complaint = knock(provider);
            if (complaint.isPresent()) {
                commandSpec().commandLine().getErr().println("simulate: " + complaint.get());
                return CommandLine.ExitCode.USAGE;
            }
            var summary = file(provider);
            report(summary);
            return summary.complete() ? CommandLine.ExitCode.OK : INCOMPLETE;
        }
    }

    private Provider provider() throws IOException {
        try {
            return Provider.at(Optional.ofNullable(server).orElseThrow(), user(), password());
        } catch (IllegalArgumentException e) {
            throw misuse("--to: " + e.getMessage());
        }
    }

    private String user() {
        return user == null ? SAMPLE : user;
    }

    private String password() throws IOException {
        if (passwordFile == null) {
            return user();
        }
        check(Files.isReadable(passwordFile), "--password-file cannot be read");
        return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
    }

    /// Nothing is sent to a server that would refuse all of it; says why it would.
    private Optional<String> knock(Provider provider) throws InterruptedException {
        try {
            var answer = provider.status();
            if (answer.status() == 401) {
                return Optional.of("the server does not know user " + user() + " with this password");
            }
            return answer.succeeded()
                    ? Optional.empty()
                    : Optional.of(
                            "the server answered status with code " + answer.code() + ", HTTP " + answer.status());
        } catch (IOException _) {
            return Optional.of("no server answers at " + server);
        }
    }

    private Summary file(Provider provider) throws IOException, InterruptedException {
        if (ledger == null) {
            return file(provider, Steps.UNNOTED);
        }
        try (var steps = Ledger.appendingTo(ledger)) {
            return file(provider, steps);
        }
    }

    private Summary file(Provider provider, Steps steps) throws InterruptedException {
        var ways = new Ways(through, steps, Duration.ofSeconds(patience));
        var senders = user == null && passwordFile == null ? Senders.each(provider) : Senders.one(provider);
        var world = SyntheticReports.seeded(seed).asOf(asOf);
        long start = System.nanoTime();
        try (var bar = quiet ? null : progressBar()) {
            Runnable progress = bar == null ? () -> {} : bar::step;
            var campaign = new Campaign(ways, senders, atOnce(), atRate(), progress);
            var tally = campaign.file(world.from(first).limit(reports).iterator());
            return new Summary(reports, tally, ways.losses(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private int atOnce() {
        if (concurrency != null) {
            return concurrency;
        }
        return rate == null ? UNPACED : PACED;
    }

    private OptionalDouble atRate() {
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    private ProgressBar progressBar() {
        return new ProgressBarBuilder()
                .setTaskName("reports")
                .setInitialMax(reports)
                .setUpdateIntervalMillis(500)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .showSpeed()
                .build();
    }

    private void report(Summary summary) {
        var out = commandSpec().commandLine().getOut();
        var err = commandSpec().commandLine().getErr();
        summary.tally().reasons().forEach((code, reason) -> err.println("refused with " + code + ": " + reason));
        err.flush();
        out.println(json ? summary.json() : summary.line());
        out.flush();
    }

    private void check(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            throw misuse(complaint);
        }
    }

    private ParameterException misuse(String complaint) {
        return new ParameterException(commandSpec().commandLine(), complaint);
    }

    private CommandSpec commandSpec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
