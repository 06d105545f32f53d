// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.springframework.stereotype.Component;

/// `./harborline export-keys --to DIR`: copies the keyset and the database passwords, for a safe place away from the
/// data. Protected by the
/// passphrase as the original is.
@Component("command.export-keys")
class ExportKeysCommand implements Command {

    /// Its presence beside the keys tells `doctor` that a copy was made, and when.
    static final String MARK = "exported";

    static final List<String> FILES = List.of("keyset.json", "database.properties");

    private final DataDirectory data;
    private final Clock clock;

    ExportKeysCommand(DataDirectory data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "export-keys";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--to")) {
            System.err.println("Usage: ./harborline export-keys --to DIR [--data DIR]");
            return 2;
        }
        Path target = Path.of(arguments.get(1));
        if (StoredKeys.in(data.keys()).isEmpty()) {
            System.err.println("There are no keys in " + data.keys() + ".");
            return 1;
        }
        try {
            Files.createDirectory(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (String file : FILES) {
                Files.copy(
                        data.keys().resolve(file),
                        target.resolve(file),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            Path mark = data.keys().resolve(MARK);
            Files.writeString(mark, clock.instant().toString());
            Files.setPosixFilePermissions(mark, PosixFilePermissions.fromString("rw-------"));
            System.out.println("The keys are in " + target
                    + ". Keep them away from the data: whoever has both can read everything, and"
                    + " whoever loses them can read nothing.");
            return 0;
        } catch (IOException cannot) {
            System.err.println("The keys cannot be copied to " + target + "; give a directory that does not exist yet: "
                    + cannot.getMessage());
            return 1;
        }
    }
}
