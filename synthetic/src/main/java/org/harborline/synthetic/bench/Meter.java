// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.Waiting;

/// What the database itself has counted: transactions, rows written and write-ahead log. Whole page images are told
/// apart from the log's records: how many are written depends on how long ago the last checkpoint was, not on what a
/// report costs. No checkpoint falls due while it counts.
final class Meter {

    /// Idle connections report what they did within ten seconds.
    private static final Duration REPORTING = Duration.ofSeconds(11);

    private static final List<String> PREPARATION = List.of(
            "CREATE EXTENSION IF NOT EXISTS pg_walinspect",
            "ALTER SYSTEM SET checkpoint_timeout = '1h'",
            "ALTER SYSTEM SET max_wal_size = '8GB'",
            "SELECT pg_reload_conf()",
            "CHECKPOINT");

    private static final String COUNTS = """
            SELECT xact_commit AS transactions,
                   tup_inserted + tup_updated + tup_deleted AS rows,
                   pg_current_wal_flush_lsn()::text AS wal
              FROM pg_stat_database
             WHERE datname = current_database()
            """;

    private static final String LOG = """
            SELECT sum(record_size)::bigint AS records, sum(fpi_size)::bigint AS images
              FROM pg_get_wal_stats(?::pg_lsn, ?::pg_lsn)
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
            for (String sql : PREPARATION) {
                statement.execute(sql);
            }
            return new Meter(installation, read(connection));
        }
    }

    /// What each of so many reports has cost since then.
    PerReport perReport(long reports) throws SQLException, InterruptedException {
        Waiting.pause(REPORTING);
        try (var connection = installation.administer()) {
            var end = read(connection);
            double each = Math.max(reports, 1);
            try (var log = connection.prepareStatement(LOG)) {
                log.setString(1, start.wal);
                log.setString(2, end.wal);
                try (var row = log.executeQuery()) {
                    row.next();
                    return new PerReport(
                            (end.transactions - start.transactions) / each,
                            (end.rows - start.rows) / each,
                            row.getLong("records") / each,
                            row.getLong("images") / each);
                }
            }
        }
    }

    private static Counts read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTS);
                var row = statement.executeQuery()) {
            row.next();
            return new Counts(row.getLong("transactions"), row.getLong("rows"), row.getString("wal"));
        }
    }

    private record Counts(long transactions, long rows, String wal) {}

    /// Means over a run, with what the server does by itself beside.
    ///
    /// @param transactions committed
    /// @param rows inserted, updated and deleted
    /// @param walBytes of records written ahead
    /// @param pageImageBytes of whole pages that changed for the first time since the checkpoint
    record PerReport(double transactions, double rows, double walBytes, double pageImageBytes) {

        /// The largest deviation of any of the first three from those of the other, as a share.
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
