// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Keyset;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.internal.database.SetupConnection;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// `./harborline backup --to DIR`: copies a running or stopped installation. The keys are not in the copy;
/// `export-keys` copies those, to another place.
@Component("command.backup")
class BackupCommand implements Command {

    private final Settings settings;
    private final DataDirectory data;
    private final SetupConnection setup;
    private final Keyset keyset;
    private final Sql sql;
    private final Clock clock;
    private final JsonMapper json;

    BackupCommand(
            Settings settings,
            DataDirectory data,
            SetupConnection setup,
            Keyset keyset,
            Sql sql,
            Clock clock,
            JsonMapper json) {
        this.settings = settings;
        this.data = data;
        this.setup = setup;
        this.keyset = keyset;
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--to")) {
            System.err.println("Usage: ./harborline backup --to DIR [--data DIR]");
            return 2;
        }
        if (settings.database().url() != null) {
            System.err.println("This installation uses an external database; back it up with that server's own tools.");
            return 1;
        }
        Path target = Path.of(arguments.get(1)).toAbsolutePath().normalize();
        if (Files.exists(target)) {
            System.err.println(target + " exists already; give a directory that does not exist yet.");
            return 1;
        }
        Path work = target.resolveSibling(target.getFileName() + ".unfinished-" + UUID.randomUUID());
        try (var connection = setup.open()) {
            Files.createDirectories(work);
            // Before the database: a head in the copy is then of an entry in the copy, never of a later one.
            copyHeads(work);
            long entries = sql.of("SELECT coalesce(max(position), 0) FROM journal.entry")
                    .query(Long.class)
                    .single();
            Map<String, String> hashes = new OnlineCopy(connection, data.database(), work.resolve("database")).run();
            var manifest = new BackupManifest(BackupManifest.FORMAT, clock.instant(), keyset.id(), entries, hashes);
            Files.writeString(
                    work.resolve(BackupManifest.NAME),
                    json.writeValueAsString(manifest),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.DSYNC);
            Files.move(work, target);
            LastBackup.write(data, manifest.takenAt());
            System.out.println("Backup complete: " + hashes.size() + " files, at least " + entries
                    + " journal entries, in " + target
                    + ". It cannot be read without the keys; keep those elsewhere (./harborline export-keys).");
            return 0;
        } catch (SQLException | IOException failed) {
            discard(work);
            System.err.println("The backup failed and " + target + " was not made: " + failed.getMessage());
            return 1;
        }
    }

    private static void discard(Path work) {
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException left) {
            System.err.println("What was copied so far stays in " + work + ": " + left.getMessage());
        }
    }

    private void copyHeads(Path work) throws IOException {
        if (!Files.isDirectory(data.heads())) {
            return;
        }
        try (var files = Files.list(data.heads())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                FileCopy.copy(file, work.resolve("heads").resolve(file.getFileName()));
            }
        }
    }
}
