// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that comes with Harborline, on the installation's own directory and a loopback port, with passwords
/// and full durability.
/// A watchdog starts it again when it dies.
final class EmbeddedDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "harborline";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DataDirectory data;
    private final Postmaster postmaster;
    private final String password;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable EmbeddedPostgres server;
    private boolean closed;

    EmbeddedDatabase(DataDirectory data, DatabasePasswords passwords) {
        this.data = data;
        this.postmaster = new Postmaster(data.database());
        this.password = passwords.of("postgres");
        try {
            Files.createDirectories(data.database());
            postmaster.stopLeftover();
            port = postmaster.port(portFile(data));
            start();
            createDatabase();
        } catch (IOException cannot) {
            throw new StartRefused(
                    "The embedded database does not start in " + data.database() + ": " + cannot.getMessage(), cannot);
        }
        Thread.ofPlatform().daemon().name("database-watchdog").start(this::watch);
    }

    /// The database of a server that runs in another process, for a command that works beside it.
    static Database running(DataDirectory data, DatabasePasswords passwords) {
        try {
            int port = Integer.parseInt(Files.readString(portFile(data)).strip());
            return new ExternalDatabase(new DatabaseAddress(url(port, NAME), "postgres", passwords.of("postgres")));
        } catch (IOException unreadable) {
            throw new StartRefused("The server on " + data.path() + " is still starting; try again.", unreadable);
        }
    }

    private static Path portFile(DataDirectory data) {
        return data.path().resolve("database.port");
    }

    private synchronized void start() throws IOException {
        Path passwordFile = data.keys().resolve("initdb.tmp");
        Files.writeString(passwordFile, password);
        try {
            // The library's own defaults are for throw-away databases: -F and asynchronous commit are undone here, and
            // checked after connecting.
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data.database())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_LIMIT)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setConnectConfig("password", password)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "96MB")
                    .setServerConfig("max_wal_size", "1GB")
                    .setServerConfig("jit", "off")
                    .setServerConfig("io_method", "sync")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_filename", "postgresql-%a.log")
                    .setServerConfig("log_truncate_on_rotation", "on");
            QuietLog.SETTINGS.forEach(builder::setServerConfig);
            server = builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void createDatabase() {
        var maintenance = new DatabaseAddress(url(port, "postgres"), "postgres", password);
        try (var connection =
                        DriverManager.getConnection(maintenance.url(), maintenance.user(), maintenance.password());
                var statement = connection.createStatement()) {
            try (var directory = statement.executeQuery("SHOW data_directory")) {
                directory.next();
                if (!Path.of(directory.getString(1))
                        .toRealPath()
                        .equals(data.database().toRealPath())) {
                    throw new StartRefused(
                            "Port " + port + " answers for another database directory than " + data.database() + ".");
                }
            }
            try (var exists = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                if (exists.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + NAME);
        } catch (SQLException | IOException cannot) {
            throw new StartRefused(
                    "The embedded database in " + data.database() + " does not answer: " + cannot.getMessage(), cannot);
        }
    }

    private void watch() {
        try {
            while (!closing.await(1, TimeUnit.SECONDS)) {
                restartIfDead();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void restartIfDead() {
        try {
            synchronized (this) {
                if (closed || postmaster.process().isPresent()) {
                    return;
                }
                LOG.error("the database server died; it is started again");
                if (server != null) {
                    server.close();
                }
                start();
                LOG.info("the database server runs again");
            }
        } catch (IOException | RuntimeException notYet) {
            // its orphaned children may still hold the shared memory; the next round tries again
            LOG.warn("the database server does not start yet: {}", notYet.getMessage());
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public DatabaseAddress setup() {
        return new DatabaseAddress(url(port, NAME), "postgres", password);
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            closed = true;
            if (server != null) {
                try {
                    server.close();
                } catch (IOException cannot) {
                    LOG.warn("the database server did not stop by itself; the next start stops it");
                }
            }
        }
    }
}
