// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.nio.file.Path;

/// Where an installation keeps its files. Keys and journal heads lie beside the data, never inside: a copy of the data
/// alone opens nothing.
///
/// @param path the directory given by `--data`; absolute
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /// The embedded database's own directory.
    public Path database() {
        return path.resolve("database");
    }

    /// Held with a file lock as long as a server runs on this directory.
    public Path lock() {
        return path.resolve("harborline.lock");
    }

    /// Database passwords and the keyset; 0700.
    public Path keys() {
        return path.resolveSibling(path.getFileName() + ".keys");
    }

    /// Signed journal heads, one line per sequenced batch. Append only.
    public Path heads() {
        return path.resolveSibling(path.getFileName() + ".heads");
    }
}
