// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.harborline.synthetic.server.Installation;

/// Reads the law off the database, with statements of its own and in one snapshot each.
final class Judge {

    private static final String NOT_FILED_ONCE = """
            SELECT promised.report
              FROM unnest(?::bigint[]) AS promised (report)
             WHERE (SELECT count(*)
                      FROM intake.report
                     WHERE report_number = promised.report AND state = 'FINISHED') <> 1
                OR (SELECT count(*)
                      FROM (SELECT subject_id FROM journal.entry
                             WHERE fact_type = 'intake.report-filed' AND subject_kind = 'report'
                            UNION ALL
                            SELECT subject_id FROM journal.inbox
                             WHERE fact_type = 'intake.report-filed' AND subject_kind = 'report') AS filed
                     WHERE subject_id = promised.report::text) <> 1
             ORDER BY 1
            """;

    /// Linking has passed the fact without parking it.
    private static final String NOT_TAKEN_UP_BY_LINKING = """
            SELECT promised.report
              FROM unnest(?::bigint[]) AS promised (report)
             WHERE NOT EXISTS (
                       SELECT
                         FROM journal.entry
                         JOIN journal.cursor ON cursor.follower = 'linking'
                        WHERE fact_type = 'intake.report-filed'
                          AND subject_kind = 'report'
                          AND subject_id = promised.report::text
                          AND entry.position <= cursor.position)
                OR EXISTS (
                       SELECT
                         FROM journal.parked
                        WHERE follower = 'linking'
                          AND subject_kind = 'report'
                          AND subject_id = promised.report::text)
             ORDER BY 1
            """;

    /// Accounts and e-mail addresses do not change hands: reports that share one are linked, unless too many do.
    private static final String SHARING_BUT_NOT_LINKED = """
            SELECT DISTINCT newer.report_number AS report
              FROM linking.sighting AS newer
              JOIN linking.sighting AS older
                ON older.blind = newer.blind AND older.report_number < newer.report_number
             WHERE newer.report_number = ANY (?::bigint[])
               AND newer.strength = 'STRONG'
               AND older.strength = 'STRONG'
               AND (newer.rule::text LIKE 'account.%' OR newer.rule::text LIKE 'email.%')
               AND NOT EXISTS (SELECT FROM linking.hub WHERE hub.blind = newer.blind)
               AND NOT EXISTS (
                       SELECT
                         FROM linking.reason
                        WHERE reason.newer = newer.report_number
                          AND reason.older = older.report_number
                          AND reason.newer_blind = newer.blind
                          AND reason.older_blind = older.blind)
             ORDER BY 1
            """;

    private static final String NOT_PRIORITISED = """
            SELECT promised.report
              FROM unnest(?::bigint[]) AS promised (report)
             WHERE NOT EXISTS (SELECT FROM triage.report AS standing WHERE standing.report = promised.report)
                OR NOT EXISTS (
                       SELECT
                         FROM journal.entry
                        WHERE fact_type = 'triage.report-prioritised'
                          AND subject_kind = 'report'
                          AND subject_id = promised.report::text)
             ORDER BY 1
            """;

    private static final String LINKS = "SELECT count(*) FROM linking.reason WHERE withdrawn_at IS NULL";

    private final Installation installation;

    Judge(Installation installation) {
        this.installation = installation;
    }

    /// What is wrong with these reports, each of which the server has acknowledged.
    ///
    /// @throws SQLException while the database is away
    Findings examine(Collection<Long> promised) throws SQLException {
        try (var connection = installation.read()) {
            snapshot(connection);
            var breaches = new LinkedHashMap<String, List<Long>>();
            breaches.put("are not filed exactly once", reports(connection, NOT_FILED_ONCE, promised));
            breaches.put("are not taken up by linking", reports(connection, NOT_TAKEN_UP_BY_LINKING, promised));
            breaches.put("share an identifier but no link", reports(connection, SHARING_BUT_NOT_LINKED, promised));
            breaches.put("have no priority", reports(connection, NOT_PRIORITISED, promised));
            return Findings.of(breaches);
        }
    }

    /// Whether what was finished is somewhere, at this moment.
    Conservation conservation() throws SQLException {
        try (var connection = installation.read()) {
            snapshot(connection);
            return Conservation.read(connection);
        }
    }

    /// How many reasons link two reports: a run without any has tried nothing.
    long links() throws SQLException {
        try (var connection = installation.read();
                var statement = connection.prepareStatement(LINKS);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private static List<Long> reports(Connection connection, String breach, Collection<Long> promised)
            throws SQLException {
        try (var statement = connection.prepareStatement(breach)) {
            statement.setArray(1, connection.createArrayOf("bigint", promised.toArray()));
            var found = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }
}
