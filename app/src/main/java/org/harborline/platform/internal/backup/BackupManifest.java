// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import java.time.Instant;
import java.util.Map;

/// What a copy holds, written last: a directory without it is not a backup.
///
/// @param format of this file
/// @param takenAt when the copy was complete
/// @param keysetId the keyset without which it cannot be read
/// @param entries journal entries that are in the copy at least
/// @param files SHA-256 of every file, by its path below `database`
record BackupManifest(int format, Instant takenAt, String keysetId, long entries, Map<String, String> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    BackupManifest {
        files = Map.copyOf(files);
    }
}
