// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.SQLException;
import org.harborline.synthetic.server.Installation;

/// What the server has ordered in its journal so far.
///
/// @param facts all of them
/// @param times in how many transactions
record Ordered(long facts, long times) {

    static Ordered of(Installation installation) throws SQLException {
        try (var connection = installation.read();
                var statement = connection.prepareStatement(
                        "SELECT (SELECT count(*) FROM journal.entry), (SELECT count(*) FROM journal.head)");
                var row = statement.executeQuery()) {
            row.next();
            return new Ordered(row.getLong(1), row.getLong(2));
        }
    }

    /// How many facts it ordered in one transaction since then, on the average.
    int atATimeSince(Ordered before) {
        return (int) Math.max(1, Math.round((facts - before.facts) / (double) Math.max(1, times - before.times)));
    }
}
