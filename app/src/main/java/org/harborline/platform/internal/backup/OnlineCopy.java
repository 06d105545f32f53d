// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Copies the directory of a running database through PostgreSQL's own backup functions.
///
/// 1. A temporary replication slot keeps the log from here on. If it stops here, the slot ends with the session.
/// 2. The backup is started, all files but the log are copied, the backup is stopped; what PostgreSQL answers is the
///    label that makes the copy consistent when it starts.
/// 3. The log segments from the start on are copied. A copy that stops before has no manifest and is not a backup.
final class OnlineCopy {

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "epg-lock",
            "log",
            "pg_wal",
            "pg_replslot",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_dynshmem");
    private static final List<String> EMPTY_DIRECTORIES = List.of(
            "pg_wal/archive_status",
            "pg_wal/summaries",
            "pg_replslot",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_dynshmem");

    private final Connection connection;
    private final Path source;
    private final Path target;
    private final Map<String, String> hashes = new TreeMap<>();

    OnlineCopy(Connection connection, Path source, Path target) {
        this.connection = connection;
        this.source = source;
        this.target = target;
    }

    /// Copies everything.
    ///
    /// @return SHA-256 of every file by its path
    Map<String, String> run() throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_create_physical_replication_slot('harborline_backup', true, true)");
            try (var start = statement.executeQuery("SELECT pg_walfile_name(pg_backup_start('harborline', true))")) {
                start.next();
                String firstSegment = start.getString(1);
                copyFiles();
                stop(firstSegment);
            }
            statement.execute("SELECT pg_drop_replication_slot('harborline_backup')");
        }
        return hashes;
    }

    private void copyFiles() throws IOException {
        new LiveTree(source, OnlineCopy::isLeftOut).walk(new LiveTree.Visit() {
            @Override
            public void directory(Path relative) throws IOException {
                Files.createDirectories(target.resolve(relative));
            }

            @Override
            public void file(Path relative) throws IOException {
                copy(relative);
            }
        });
        for (String directory : EMPTY_DIRECTORIES) {
            Files.createDirectories(target.resolve(directory));
        }
    }

    private static boolean isLeftOut(Path relative) {
        return LEFT_OUT.contains(relative.getName(0).toString())
                || relative.getFileName().toString().startsWith("pgsql_tmp");
    }

    private void copy(Path relative) throws IOException {
        FileCopy.copy(source.resolve(relative), target.resolve(relative))
                .ifPresent(hash -> hashes.put(relative.toString(), hash));
    }

    private void stop(String firstSegment) throws SQLException, IOException {
        String lastSegment;
        try (var statement = connection.createStatement();
                var stopped = statement.executeQuery(
                        "SELECT lsn, pg_walfile_name(lsn), labelfile, spcmapfile FROM pg_backup_stop(false)")) {
            stopped.next();
            lastSegment = stopped.getString(2);
            write("backup_label", stopped.getString("labelfile"));
            String tablespaces = stopped.getString("spcmapfile");
            if (tablespaces != null && !tablespaces.isBlank()) {
                write("tablespace_map", tablespaces);
            }
        }
        // The stop record must be on disk in a finished or current segment; the switch makes it a finished one.
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_switch_wal()");
        }
        try (var segments = Files.list(source.resolve("pg_wal"))) {
            for (Path segment : (Iterable<Path>) segments.sorted()::iterator) {
                String name = segment.getFileName().toString();
                if (isNeeded(name, firstSegment, lastSegment)) {
                    copy(Path.of("pg_wal", name));
                }
            }
        }
    }

    private static boolean isNeeded(String name, String first, String last) {
        if (name.endsWith(".history")) {
            return true;
        }
        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }

    private void write(String name, String content) throws IOException {
        Path file = target.resolve(name);
        Files.writeString(file, content);
        FileCopy.sync(file);
        hashes.put(name, FileCopy.hash(file));
    }
}
