// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/// One PostgreSQL server a JVM, in memory where the machine allows it. Its session time zone is deliberately odd.
public final class TestServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            Path memory = Path.of("/dev/shm");
            Path directory = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "harborline-test-")
                    : Files.createTempDirectory("harborline-test-");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setDataDirectory(directory.resolve("database"))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("timezone", "Pacific/Chatham")
                    .setServerConfig("jit", "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // after every application has closed: one whose database is gone waits long for a connection
            SpringApplication.getShutdownHandlers().add(() -> close(server, directory));
            return server;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// Stops it, and only then removes what it wrote: memory that nobody frees is gone until the machine restarts.
    private static void close(EmbeddedPostgres server, Path directory) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// A new, empty database; roles of its own are made by the application that uses it.
    ///
    /// @return its JDBC address; user `postgres`, any password
    public static String newDatabase() {
        String name = "t" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return url(name);
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /// Runs statements that the application's own role may not, such as ANALYZE: done as that role, the database skips
    /// it with a warning, and a plan then depends on whether autovacuum came by.
    ///
    /// @param url of the database
    public static void asSuperuser(String url, String... statements) {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
    }
}
