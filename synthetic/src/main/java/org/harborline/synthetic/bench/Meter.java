// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.Waiting;

/// What the database itself has counted: transactions, rows written and write-ahead log.
final class Meter {

    /// Idle connections report what they did within ten seconds.
    private static final Duration REPORTING = Duration.ofSeconds(11);

    private static final String COUNTS = """
            SELECT xact_commit AS transactions,
                   tup_inserted + tup_updated + tup_deleted AS rows,
                   pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint AS wal
              FROM pg_stat_database
             WHERE datname = current_database()
            """;

    private final Installation installation;
    private final Counts start;

    private Meter(Installation installation, Counts start) {
        this.installation = installation;
        this.start = start;
    }

    /// Starts counting after a checkpoint, so that every run begins alike.
    static Meter start(Installation installation) throws SQLException, InterruptedException {
        Waiting.pause(REPORTING);
        try (var connection = installation.administer();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            return new Meter(installation, read(connection));
        }
    }

    /// What each of so many reports has cost since then.
    PerReport perReport(long reports) throws SQLException, InterruptedException {
        Waiting.pause(REPORTING);
        try (var connection = installation.administer()) {
            var end = read(connection);
            double each = Math.max(reports, 1);
            return new PerReport(
                    (end.transactions - start.transactions) / each,
                    (end.rows - start.rows) / each,
                    (end.wal - start.wal) / each);
        }
    }

    private static Counts read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTS);
                var row = statement.executeQuery()) {
            row.next();
            return new Counts(row.getLong("transactions"), row.getLong("rows"), row.getLong("wal"));
        }
    }

    private record Counts(long transactions, long rows, long wal) {}

    /// Means over a run, with what the server does by itself beside.
    ///
    /// @param transactions committed
    /// @param rows inserted, updated and deleted
    /// @param walBytes written ahead
    record PerReport(double transactions, double rows, double walBytes) {

        /// The largest deviation of any of the three from those of the other, as a share.
        double deviation(PerReport other) {
            return Math.max(
                    share(transactions, other.transactions),
                    Math.max(share(rows, other.rows), share(walBytes, other.walBytes)));
        }

        private static double share(double one, double other) {
            return Math.abs(one - other) / other;
        }
    }
}
