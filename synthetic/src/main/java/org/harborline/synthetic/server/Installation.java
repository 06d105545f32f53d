// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The files of one installation, and the ways into its database that they open.
///
/// @param data the directory given to the server; keys and journal heads lie beside it
public record Installation(Path data) {

    private static final String DATABASE = "harborline";

    public Installation {
        data = data.toAbsolutePath().normalize();
    }

    /// A new installation in a new temporary directory.
    public static Installation temporary() throws IOException {
        return new Installation(Files.createTempDirectory("harborline-").resolve("data"));
    }

    /// What the server printed.
    public Path log() {
        return beside("log");
    }

    Path addressFile() {
        return beside("address");
    }

    /// Its keys and passwords.
    public Path keys() {
        return beside("keys");
    }

    /// Where a backup of it goes.
    public Path copy() {
        return beside("copy");
    }

    /// Where that backup is put back: another installation, removed with this one.
    public Installation elsewhere() {
        return new Installation(beside("elsewhere"));
    }

    /// What a filer of this installation keeps.
    public Path filer() {
        return beside("filer");
    }

    private Path beside(String name) {
        return data.resolveSibling(data.getFileName() + "." + name);
    }

    /// The database's postmaster, if it runs.
    public Optional<ProcessHandle> postmaster() {
        var file = data.resolve("database").resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | UncheckedIOException | NumberFormatException _) {
            // not there, or about to be written or removed
            return Optional.empty();
        }
    }

    /// Opens the database as the role that serves, for reading only.
    public Connection read() throws SQLException {
        var connection = connect(DATABASE + "_app");
        connection.setReadOnly(true);
        return connection;
    }

    /// Opens the database as the role that owns it: for measuring only, never for judging.
    public Connection administer() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String role) throws SQLException {
        try {
            var passwords = new Properties();
            try (var in = Files.newBufferedReader(keys().resolve("database.properties"))) {
                passwords.load(in);
            }
            String port = Files.readString(data.resolve("database.port")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?connectTimeout=5&socketTimeout=120",
                    role,
                    passwords.getProperty(role));
        } catch (IOException notThere) {
            throw new SQLException("the database of " + data + " is not there yet", notThere);
        }
    }

    /// Removes every file of the installation, and its directory when nothing else is there.
    public void delete() throws IOException {
        String name = data.getFileName().toString();
        boolean others = false;
        try (var siblings = Files.list(data.getParent())) {
            for (Path path : siblings.toList()) {
                String sibling = path.getFileName().toString();
                if (sibling.equals(name) || sibling.startsWith(name + ".")) {
                    delete(path);
                } else {
                    others = true;
                }
            }
        }
        if (!others) {
            Files.delete(data.getParent());
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            for (Path one : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
