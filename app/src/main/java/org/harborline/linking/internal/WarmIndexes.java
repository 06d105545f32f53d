// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Reads the indexes of linking, so that they are in memory as those of a server are that has run for a while. Of the
/// embedded database alone, whose files lie here.
@Component
class WarmIndexes {

    /// What linking one report reads and writes; a table in parts stands for each of them.
    static final String TABLES = """
            SELECT coalesce(part.relid, one.name) AS relid
              FROM unnest(ARRAY['linking.sighting', 'linking.reason', 'linking.hub']::regclass[]) AS one (name)
              LEFT JOIN LATERAL pg_partition_tree(one.name) AS part ON true
             WHERE coalesce(part.isleaf, true)
            """;

    private static final int PIECE = 1 << 20;

    private final Sql sql;
    private final DataDirectory data;

    WarmIndexes(Sql sql, DataDirectory data) {
        this.sql = sql;
        this.data = data;
    }

    /// Reads them all twice: what was read only once is the first to go while the rest is read.
    ///
    /// @return how many bytes they have
    long read() throws IOException {
        readOnce();
        return readOnce();
    }

    private long readOnce() throws IOException {
        long read = 0;
        for (String index : files()) {
            Path first = data.database().resolve(index);
            // a large file goes on in others of the same name with a number
            try (Stream<Path> all = Files.list(first.getParent())) {
                for (Path part : all.filter(one -> partOf(first, one)).toList()) {
                    read += read(part);
                }
            }
        }
        return read;
    }

    List<String> files() {
        return sql.of("""
                SELECT pg_relation_filepath(index.indexrelid)
                  FROM pg_index AS index
                 WHERE index.indrelid IN (
                """ + TABLES + ")").query((row, _) -> row.getString(1)).list();
    }

    private static boolean partOf(Path first, Path one) {
        String name = one.getFileName().toString();
        String of = first.getFileName().toString();
        return name.equals(of) || name.matches(of + "\\.[0-9]+");
    }

    private static long read(Path file) throws IOException {
        long read = 0;
        byte[] piece = new byte[PIECE];
        try (var in = Files.newInputStream(file)) {
            for (int some = in.read(piece); some >= 0; some = in.read(piece)) {
                read += some;
            }
        }
        return read;
    }
}
