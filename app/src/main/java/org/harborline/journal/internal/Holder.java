// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Session advisory locks of this node on one connection of its own. When the connection breaks, the locks are gone and
/// so is the right to go
/// on; what protects the data is that the protected work checks again where it commits.
final class Holder implements AutoCloseable {

    private static final int ALIVE_SECONDS = 2;

    private final DataSource source;
    private final Set<String> held = new HashSet<>();
    private @Nullable Connection connection;

    Holder(DataSource source) {
        this.source = source;
    }

    /// Whether this node holds the lock, taking it when it is free.
    synchronized boolean holds(String name) {
        try {
            Connection open = connection();
            if (held.contains(name)) {
                return true;
            }
            try (var lock = open.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
                lock.setString(1, name);
                try (var answer = lock.executeQuery()) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        held.add(name);
                        return true;
                    }
                    return false;
                }
            }
        } catch (SQLException broken) {
            close();
            return false;
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open != null && open.isValid(ALIVE_SECONDS)) {
            return open;
        }
        close();
        open = source.getConnection();
        connection = open;
        return open;
    }

    @Override
    public synchronized void close() {
        held.clear();
        Connection open = connection;
        connection = null;
        if (open != null) {
            // A pooled connection would go back with its locks still held.
            try (open;
                    var unlock = open.createStatement()) {
                unlock.execute("SELECT pg_advisory_unlock_all()");
            } catch (SQLException gone) {
                // the server gave the locks back when the connection broke
            }
        }
    }
}
