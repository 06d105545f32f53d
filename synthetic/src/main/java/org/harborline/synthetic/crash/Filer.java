// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.harborline.synthetic.Synthetic;
import org.harborline.synthetic.server.ServerFile;

/// A provider in a process of its own that files without end and keeps a ledger on the disk.
final class Filer implements AutoCloseable {

    // More than any run can file.
    private static final int ENDLESS = 100_000_000;
    private static final int AT_ONCE = 12;
    // Longer than a server may take to come back.
    private static final int PATIENCE = 120;

    private final URI server;
    private final long seed;
    private final int rate;
    private final Path ledger;
    private final Path output;
    private final List<String> program;
    private Process process;
    private int generation;

    private Filer(URI server, long seed, int rate, Path directory) throws IOException {
        this.server = server;
        this.seed = seed;
        this.rate = rate;
        this.ledger = directory.resolve("ledger");
        this.output = directory.resolve("filer.log");
        this.program = ownProgram();
        this.process = launch();
    }

    /// Starts filing.
    ///
    /// @param rate reports a second
    /// @param directory gets the ledger
    static Filer start(URI server, long seed, int rate, Path directory) throws IOException {
        Files.createDirectories(directory);
        return new Filer(server, seed, rate, directory);
    }

    /// This very program, run once more.
    private static List<String> ownProgram() {
        String path = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(ServerFile.ownJava().toString(), "-Xmx128m", "-XX:+UseSerialGC"));
        if (path.endsWith("-all.jar") && !path.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", path));
        } else {
            command.addAll(List.of("-cp", path, Synthetic.class.getName()));
        }
        return List.copyOf(command);
    }

    private Process launch() throws IOException {
        generation++;
        var command = new ArrayList<>(program);
        command.addAll(List.of(
                "simulate",
                "--to",
                server.toString(),
                // one provider, who settles what stays open
                "--user",
                Settlement.PROVIDER,
                "--reports",
                Integer.toString(ENDLESS),
                // every filer goes on in the same world, with people seen before
                "--seed",
                Long.toString(seed),
                "--first",
                Long.toString((generation - 1) * 10_000L + 1),
                "--rate",
                Integer.toString(rate),
                "--concurrency",
                Integer.toString(AT_ONCE),
                "--patience",
                Integer.toString(PATIENCE),
                "--ledger",
                ledger.toString(),
                "--quiet"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    Path ledger() {
        return ledger;
    }

    /// Whether it still files; it ends by itself only when something is wrong.
    boolean isAlive() {
        return process.isAlive();
    }

    String lastWords() throws IOException {
        return Files.readString(output);
    }

    /// Kills it in the middle of whatever it does (SIGKILL).
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Another filer goes on where this one was killed.
    void restart() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
