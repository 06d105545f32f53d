// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.Sql;
import org.harborline.platform.StartRefused;

/// Ties a database to its mode and its keyset, for ever.
///
/// 1. The key file is written and synced. If it stops here, the next start finds a file and no row and goes on with
/// step 2.
/// 2. The row is inserted. From here on a start without that very file is refused: new keys would open nothing that is
/// sealed.
/// 3. The versions of its keys are recorded. If it stops before, the next start records them.
final class Installation {

    private final Sql sql;
    private final Clock clock;
    private final KeyVersionTable versions;

    Installation(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.versions = new KeyVersionTable(sql, clock);
    }

    /// The keyset of this database, made when neither exists.
    ///
    /// @throws StartRefused on another mode, another keyset, or a missing one
    KeyFile.Content keysFor(Mode mode, KeyFile file) {
        return keysFor(mode, file, false);
    }

    /// The keyset of an existing database, whatever its mode, for a command.
    KeyFile.Content existingKeys(KeyFile file) {
        return keysFor(Mode.PRODUCTION, file, true);
    }

    private KeyFile.Content keysFor(Mode mode, KeyFile file, boolean command) {
        Optional<Stamp> stamp = stamp();
        if (stamp.isPresent()) {
            return checked(stamp.get(), command ? stamp.get().mode() : mode, file);
        }
        if (command) {
            throw new StartRefused("This database was never used; start a server on it first.");
        }
        KeyFile.Content content;
        if (file.exists()) {
            content = file.read();
        } else {
            content = TinkKeyset.generate(Ids.next().toString());
            file.write(content);
        }
        sql.of("""
                INSERT INTO platform.installation (mode, keyset_id, created_at)
                VALUES (:mode, :keyset, :now)
                """)
                .param("mode", mode.name())
                .param("keyset", content.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        versions.record(KeyRing.versions(content));
        return content;
    }

    private KeyFile.Content checked(Stamp stamp, Mode mode, KeyFile file) {
        if (stamp.mode() != mode) {
            throw new StartRefused("This database was made for " + word(stamp.mode()) + " and cannot serve as "
                    + word(mode) + "; give --data another directory.");
        }
        if (!file.exists()) {
            throw new StartRefused("The key file " + file.path()
                    + " is missing and this database cannot be read without it; put back the"
                    + " exported copy. No new one is made.");
        }
        KeyFile.Content content = file.read();
        if (!content.id().equals(stamp.keysetId())) {
            throw new StartRefused("The key file " + file.path()
                    + " belongs to another database; put back the exported copy of this one's.");
        }
        var known = KeyRing.versions(content);
        if (!versions.missingIn(known).isEmpty()) {
            throw new StartRefused("The key file " + file.path()
                    + " lacks keys that this database uses; put back the copy that was exported when the data was written"
                    + " (after the last rotation, or before keys were retired).");
        }
        versions.record(known);
        return content;
    }

    private static String word(Mode mode) {
        return switch (mode) {
            case PRODUCTION -> "production (./harborline run)";
            case SANDBOX -> "a sandbox (./harborline demo)";
        };
    }

    private Optional<Stamp> stamp() {
        return sql.of("SELECT mode, keyset_id FROM platform.installation")
                .query((row, _) -> new Stamp(Mode.valueOf(row.getString("mode")), row.getString("keyset_id")))
                .optional();
    }

    record Stamp(Mode mode, String keysetId) {}
}
