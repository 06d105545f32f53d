// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The law that nothing is lost without a trace: finished = in flight + parked + waiting + leased + designated.
/// (Bundles, a further state of the law, come with the module that makes them.)
///
/// @param finished reports that senders have finished
/// @param inFlight whose fact triage has not reached
/// @param parked whose fact triage could not take up
/// @param waiting for someone to take them
/// @param leased by someone
/// @param designated done with
record Conservation(long finished, long inFlight, long parked, long waiting, long leased, long designated) {

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM intake.report WHERE state = 'FINISHED') AS finished,
                   (SELECT count(*) FROM journal.inbox WHERE fact_type = 'intake.report-filed')
                 + (SELECT count(*)
                      FROM journal.entry
                     WHERE fact_type = 'intake.report-filed'
                       AND position > (SELECT position FROM journal.cursor WHERE follower = 'triage')) AS in_flight,
                   (SELECT count(*)
                      FROM journal.parked
                     WHERE follower = 'triage' AND fact_type = 'intake.report-filed') AS parked,
                   (SELECT count(*)
                      FROM triage.report AS work
                     WHERE designation IS NULL
                       AND NOT EXISTS (SELECT FROM triage.lease WHERE lease.report = work.report)) AS waiting,
                   (SELECT count(*)
                      FROM triage.report AS work
                     WHERE designation IS NULL
                       AND EXISTS (SELECT FROM triage.lease WHERE lease.report = work.report)) AS leased,
                   (SELECT count(*) FROM triage.report WHERE designation IS NOT NULL) AS designated
            """;

    static Conservation read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTS);
                var row = statement.executeQuery()) {
            row.next();
            return new Conservation(
                    row.getLong("finished"),
                    row.getLong("in_flight"),
                    row.getLong("parked"),
                    row.getLong("waiting"),
                    row.getLong("leased"),
                    row.getLong("designated"));
        }
    }

    boolean holds() {
        return finished == inFlight + parked + waiting + leased + designated;
    }

    Findings findings() {
        return holds() ? new Findings(List.of()) : new Findings(List.of("conservation does not hold: " + this));
    }
}
