// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import org.springframework.stereotype.Component;

/// Whether another process serves this data directory, as seen by a command.
@Component
public class RunningServer {

    private final DirectoryLock lock;

    RunningServer(DirectoryLock lock) {
        this.lock = lock;
    }

    /// A command that has the lock keeps servers from starting as long as it runs.
    public boolean isThere() {
        return !lock.isHeld();
    }
}
