// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.harborline.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be known of a PostgreSQL server from its data directory: its process, and the port it should have.
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final Path directory;

    Postmaster(Path directory) {
        this.directory = directory;
    }

    /// The running server process of this directory.
    Optional<ProcessHandle> process() {
        Path file = directory.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String first = Files.readAllLines(file).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(first))
                    .filter(ProcessHandle::isAlive)
                    .filter(Postmaster::isPostgres);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// A process id can be given to another program after a crash; only a server named postgres is ours to stop.
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    /// Stops a server that outlived the process that started it.
    void stopLeftover() {
        process().ifPresent(left -> {
            LOG.info("a database server left by a crash is stopped first");
            signal(left, "INT");
            if (!ended(left, Duration.ofSeconds(20))) {
                signal(left, "QUIT");
                if (!ended(left, Duration.ofSeconds(10))) {
                    throw new StartRefused("The database server left by a crash (process " + left.pid()
                            + ") does not stop; stop it by hand and start again.");
                }
            }
        });
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException cannot) {
            process.destroy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException still) {
            return !process.isAlive();
        }
    }

    /// The port recorded for this directory if it is free, otherwise a new one, recorded.
    int port(Path record) throws IOException {
        if (Files.exists(record)) {
            int recorded = Integer.parseInt(Files.readString(record).strip());
            if (isFree(recorded)) {
                return recorded;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(record, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
