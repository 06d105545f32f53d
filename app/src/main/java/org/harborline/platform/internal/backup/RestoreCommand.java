// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Settings;
import org.harborline.platform.internal.keys.StoredKeys;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `./harborline restore --from DIR --data DIR`: puts a backup back, in a place where nothing is. The keys must lie
/// beside that place already, and must be those of the backup.
@Component("command.restore")
class RestoreCommand implements Command {

    private final DataDirectory data;
    private final JsonMapper json;

    RestoreCommand(Settings settings, JsonMapper json) {
        // not the bean: that one belongs to an installation that exists
        this.data = new DataDirectory(settings.data());
        this.json = json;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--from")) {
            System.err.println("Usage: ./harborline restore --from DIR --data DIR");
            return 2;
        }
        Path source = Path.of(arguments.get(1));
        try {
            BackupManifest manifest =
                    json.readValue(Files.readString(source.resolve(BackupManifest.NAME)), BackupManifest.class);
            String refusal = refusal(manifest);
            if (refusal != null) {
                System.err.println(refusal);
                return 1;
            }
            put(source, manifest);
            System.out.println(
                    "Restored " + manifest.files().size() + " files of " + manifest.takenAt() + " to " + data.path()
                            + "; the next start brings the database up to date, then ./harborline prove checks the journal.");
            return 0;
        } catch (IOException | JacksonException unreadable) {
            System.err.println("There is no complete backup in " + source + ", or it cannot be copied: "
                    + unreadable.getMessage());
            return 1;
        }
    }

    private @org.jspecify.annotations.Nullable String refusal(BackupManifest manifest) throws IOException {
        if (Files.exists(data.path())) {
            return data.path() + " exists already; give --data a directory that does not exist yet.";
        }
        if (Files.exists(data.heads())) {
            return data.heads() + " exists already and may prove what was acknowledged after this backup: move it away,"
                    + " and keep it (./harborline prove --heads FILE compares with it).";
        }
        var keys = StoredKeys.in(data.keys());
        if (keys.isEmpty()) {
            return "The keys are missing: put the exported copy into " + data.keys()
                    + " first (./harborline export-keys made it).";
        }
        if (!keys.get().keysetId(json).equals(manifest.keysetId())) {
            return "The keys in " + data.keys() + " belong to another installation than this backup.";
        }
        return null;
    }

    /// Nothing stands in the place of the installation until everything is there: a half-filled directory would look
    /// like one.
    private void put(Path source, BackupManifest manifest) throws IOException {
        var unfinished =
                new DataDirectory(data.path().resolveSibling(data.path().getFileName() + ".unfinished"));
        FileSystemUtils.deleteRecursively(unfinished.path());
        try {
            copy(source, manifest, unfinished);
            copyHeads(source.resolve("heads"));
            Files.move(unfinished.path(), data.path());
        } finally {
            FileSystemUtils.deleteRecursively(unfinished.path());
        }
    }

    private static void copy(Path source, BackupManifest manifest, DataDirectory target) throws IOException {
        Files.createDirectories(target.path());
        Files.createDirectory(
                target.database(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path from = source.resolve("database");
        try (var directories = Files.walk(from)) {
            for (Path directory : (Iterable<Path>) directories.filter(Files::isDirectory)::iterator) {
                Files.createDirectories(
                        target.database().resolve(from.relativize(directory).toString()));
            }
        }
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            Path place = target.database().resolve(file.getKey()).normalize();
            if (!place.startsWith(target.database())) {
                throw new IOException(file.getKey() + " is outside the database");
            }
            String hash = FileCopy.copy(from.resolve(file.getKey()), place).orElse("missing");
            if (!hash.equals(file.getValue())) {
                throw new IOException(file.getKey() + " is damaged");
            }
        }
    }

    private void copyHeads(Path heads) throws IOException {
        if (Files.isDirectory(heads)) {
            try (var files = Files.list(heads)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    FileCopy.copy(file, data.heads().resolve(file.getFileName()));
                }
            }
        }
    }
}
