// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Kills a server of its own, its database and whoever files to it, and counts what was promised.
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Files reports to a server of its own while that server, its database and the filer are killed at"
                + " random moments, and examines every acknowledged report after each restart. At the end it copies the"
                + " installation while reports arrive and examines the copy, restored elsewhere.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every promise was kept", "1:something is wrong", "2:wrong use"})
public final class Crash implements Callable<Integer> {

    private static final int BROKEN = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--rounds", paramLabel = "N", description = "how many blows (${DEFAULT-VALUE})")
    private int rounds = 10;

    @Option(names = "--seed", paramLabel = "S", description = "order and moments of the blows, and the reports")
    private long seed = 1;

    @Option(names = "--rate", paramLabel = "R", description = "reports a second (${DEFAULT-VALUE})")
    private int rate = 25;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "everything must be in order so soon after ready (${DEFAULT-VALUE})")
    private int within = 30;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "works there and leaves everything behind; without it, in a directory that is removed")
    private @Nullable Path data;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    private Crash() {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (rounds < 1 || rate < 1 || within < 1) {
            throw new ParameterException(
                    commandSpec().commandLine(), "--rounds, --rate and --within must be 1 or more");
        }
        var installation = data == null ? Installation.temporary() : new Installation(data);
        var result = run(installation);
        var out = commandSpec().commandLine().getOut();
        result.complaints().forEach(commandSpec().commandLine().getErr()::println);
        out.println(json ? JsonMapper.shared().writeValueAsString(result) : result.line());
        out.flush();
        if (data == null && result.passed()) {
            installation.delete();
        } else {
            commandSpec().commandLine().getErr().println("left in " + installation.data());
        }
        return result.passed() ? CommandLine.ExitCode.OK : BROKEN;
    }

    private CrashResult run(Installation installation) throws IOException, InterruptedException, SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var err = commandSpec().commandLine().getErr();
        var file = server.file().forShortLives();
        try (var running = RunningServer.start(file, installation);
                var filer = Filer.start(running.address(), seed, rate, installation.filer());
                var settlement = new Settlement(running.address())) {
            return new Trial(running, file, filer, settlement, random, Duration.ofSeconds(within))
                    .run(Blow.rounds(rounds, random), line -> {
                        err.println(line);
                        err.flush();
                    });
        }
    }

    private CommandSpec commandSpec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
