// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.server;

import java.sql.SQLException;
import java.time.Duration;

/// Facts that are recorded and not yet taken up by every follower.
public final class Backlog {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM journal.inbox)
                 + (SELECT coalesce(max(position), 0) FROM journal.entry)
                 - (SELECT coalesce(min(position), 0) FROM journal.cursor) AS facts
            """;

    private final Installation installation;

    public Backlog(Installation installation) {
        this.installation = installation;
    }

    /// How many there are now.
    public long count() throws SQLException {
        try (var connection = installation.read();
                var statement = connection.prepareStatement(COUNT);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong("facts");
        }
    }

    /// Waits until there are none, what followed from them included.
    ///
    /// @return whether it came to that in that time
    public boolean awaitNone(Duration within) throws InterruptedException {
        return Waiting.until(within, () -> count() == 0);
    }
}
