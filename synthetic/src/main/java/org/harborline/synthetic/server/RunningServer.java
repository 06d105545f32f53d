// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A sandbox server in a process of its own. It stays on one port through every restart, so that whoever files to it
/// finds it again.
public final class RunningServer implements AutoCloseable {

    private static final Duration STARTING = Duration.ofMinutes(5);
    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final String READY = "ready http";

    private final ServerFile file;
    private final Installation installation;
    private final List<String> settings;
    private final int port;
    private Process process;
    private long printedBefore;

    private RunningServer(ServerFile file, Installation installation, List<String> settings) throws IOException {
        this.file = file;
        this.installation = installation;
        this.settings = List.copyOf(settings);
        this.port = freePort();
        this.process = launch();
    }

    /// Starts a server and waits until it says that it is ready, with nothing left to be taken up.
    ///
    /// @param settings beyond those of every sandbox, as `--name=value`
    /// @throws IOException when it does not become ready; nothing is left running then
    public static RunningServer start(ServerFile file, Installation installation, String... settings)
            throws IOException, InterruptedException {
        Files.createDirectories(installation.data().getParent());
        var server = new RunningServer(file, installation, List.of(settings));
        return await(server, server::isReady);
    }

    /// Starts a server whose followers do nothing, so that it answers but never says that it is ready.
    public static RunningServer startWithoutFollowers(ServerFile file, Installation installation)
            throws IOException, InterruptedException {
        Files.createDirectories(installation.data().getParent());
        var server = new RunningServer(file, installation, List.of("--harborline.journal.followers-paused=true"));
        return await(server, server::answers);
    }

    private static RunningServer await(RunningServer server, Waiting.Condition condition)
            throws IOException, InterruptedException {
        try {
            server.await(condition);
            return server;
        } catch (IOException | InterruptedException failure) {
            server.close();
            throw failure;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Where it answers.
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /// What it works on.
    public Installation installation() {
        return installation;
    }

    /// Starts it again after it was killed or stopped, and waits until it is ready.
    public void restart() throws IOException, InterruptedException {
        if (process.isAlive()) {
            throw new IllegalStateException("the server runs");
        }
        process = launch();
        await(this::isReady);
    }

    private Process launch() throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--harborline.mode=sandbox",
                // what is measured is the server, not a limit
                "--harborline.intake.calls-per-second=1000000",
                "--harborline.intake.calls-at-once=1000000",
                "--harborline.data=" + installation.data(),
                "--harborline.ready.address-file=" + installation.addressFile(),
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        arguments.addAll(settings);
        Files.deleteIfExists(installation.addressFile());
        printedBefore = Files.exists(installation.log()) ? Files.size(installation.log()) : 0;
        return new ProcessBuilder(file.with(arguments))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(installation.log().toFile()))
                .start();
    }

    private boolean isReady() throws IOException {
        return printed().startsWith(READY) || printed().contains("\n" + READY);
    }

    private boolean answers() throws IOException {
        return Files.exists(installation.addressFile()) && Files.size(installation.addressFile()) > 0;
    }

    /// What this start has printed so far.
    private String printed() throws IOException {
        try (var log = Files.newInputStream(installation.log())) {
            log.skipNBytes(printedBefore);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void await(Waiting.Condition condition) throws IOException, InterruptedException {
        boolean ended = Waiting.until(STARTING, () -> !process.isAlive() || condition.isFulfilled());
        if (!process.isAlive()) {
            throw new IOException("the server ended with code " + process.exitValue() + ":\n" + lastWords());
        }
        if (!ended) {
            throw new IOException("the server is not ready after " + STARTING.toSeconds() + " s:\n" + lastWords());
        }
    }

    private String lastWords() throws IOException {
        var lines = printed().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /// Kills the server without warning (SIGKILL). Its database goes on by itself.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Kills the database without warning (SIGKILL to the postmaster). The server is to notice and start it again.
    ///
    /// @return false when there was none to kill
    public boolean killDatabase() throws InterruptedException {
        var postmaster = installation.postmaster();
        if (postmaster.isEmpty()) {
            return false;
        }
        postmaster.get().destroyForcibly();
        return isGone(postmaster.get());
    }

    private static boolean isGone(ProcessHandle handle) throws InterruptedException {
        try {
            handle.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    /// Runs one command of the same server file on the same data, such as `prove`.
    ///
    /// @return what it printed, and its exit code
    public Answer command(String name, String... arguments) throws IOException, InterruptedException {
        return file.run(installation, name, arguments);
    }

    /// Starts a second server on the same data, which is to refuse: while the first runs, nothing else may.
    ///
    /// @return what it printed, and its exit code
    public Answer startAgain() throws IOException, InterruptedException {
        return command("--harborline.mode=sandbox", "--server.address=127.0.0.1", "--server.port=0");
    }

    /// Asks the server to end and waits; its database ends with it.
    ///
    /// @return false when it had to be killed
    public boolean stop() throws InterruptedException {
        process.destroy();
        if (process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    /// Leaves nothing running, whatever happened before.
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                stop();
            }
            killDatabase();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            installation.postmaster().ifPresent(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    /// How a command ended.
    ///
    /// @param code its exit code
    /// @param printed both of its outputs
    public record Answer(int code, String printed) {}
}
